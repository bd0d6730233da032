/** The command that starts the oracle, or the reason why it cannot be started. */
export function oracle(): { command?: string[]; reason?: string };
