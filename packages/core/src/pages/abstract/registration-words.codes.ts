/**
 * The words of registries' names and of statements of registration, in lower case. A sentence of such words and an id
 * says where the study is registered, and nothing else.
 */
export const registrationWords: ReadonlySet<string> = new Set([
  'clinical', 'trial', 'trials', 'study', 'registry', 'registries', 'register', 'registered', 'registration', 'registrations', 'information', 'service',
  'research', 'number', 'numbers', 'no', 'nr', 'nos', 'identifier', 'identifiers', 'identification', 'id', 'ids', 'code', 'database', 'platform', 'system', 'portal', 'website',
  'the', 'a', 'of', 'in', 'at', 'on', 'and', 'with', 'for', 'under', 'is', 'was', 'this', 'our', 'by', 'via', 'as', 'see', 'date', 'dated', 'url', 'unique', 'public',
  'prospectively', 'retrospectively', 'name', 'primary', 'who', 'ictrp', 'international', 'national', 'network', 'center', 'centre', 'university',
  'hospital', 'medical', 'controlled', 'current', 'gov', 'org', 'www', 'http', 'https', 'com', 'eu', 'ct', 'ctr', 'ctis', 'eudract', 'euctr', 'eu-ctr', 'nih', 'us',
  'clinicaltrials', 'clinicaltrial', 'isrctn', 'anzctr', 'actrn', 'australian', 'australia', 'new', 'zealand', 'chictr', 'chinese', 'china', 'ctri', 'india', 'indian',
  'drks', 'german', 'germany', 'irct', 'iran', 'iranian', 'jrct', 'umin', 'umin-ctr', 'japan', 'japanese', 'japiccti', 'jprn', 'cris', 'kct', 'korea', 'korean', 'ntr',
  'netherlands', 'dutch', 'nederlands', 'pactr', 'pan', 'african', 'africa', 'rebec', 'rbr', 'brazil', 'brazilian', 'rpcec', 'cuba', 'cuban', 'slctr', 'sri', 'lanka',
  'tctr', 'thai', 'thailand', 'lbctr', 'lebanon', 'lebanese', 'peruvian', 'repec', 'european', 'union', 'utn', 'universal', 'nct', 'results', 'pre-results', 'pre',
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
  'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'st', 'nd', 'rd', 'th',
]); // biome-ignore format: a list
