/** Organisations derive their ids from their names, and stand in the documents of every trial that names them. */
export const sharedType = 'Organization';
