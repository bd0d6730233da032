/** The role of an investigator of a site for whom none is stated: the name of the element. */
export const investigatorByElement = Object.freeze({ verbatim: 'investigator' });
