/** Words of one group, and why a piece of a sentence that ends with one of them is the whole name of a condition. */
export interface ConditionWords {
  readonly why: string;
  readonly words: readonly string[];
}

/** Endings of words. Greek and Latin made them for diseases, so that new names carry them too. */
export const conditionEndings: readonly ConditionWords[] = [
  { why: 'an inflammation: arthritis, keratitides', words: ['itis', 'itides'] },
  { why: 'a state, mostly a morbid one: psychosis, cirrhoses, stenosis', words: ['osis', 'oses'] },
  { why: 'a growth: melanoma, lymphomas, glaucomata', words: ['oma', 'omas', 'omata'] },
  { why: 'something of the blood: anemia, leukaemias', words: ['emia', 'emias', 'aemia', 'aemias'] },
  { why: 'a suffering of an organ: neuropathy, myopathies', words: ['pathy', 'pathies'] },
  { why: 'something found in urine: proteinuria', words: ['uria'] },
  { why: 'a pain: fibromyalgia', words: ['algia'] },
  { why: 'a palsy: hemiplegia, gastroparesis', words: ['plegia', 'paresis'] },
  { why: 'too few or too many cells: neutropenia, eosinophilia, hemophilia', words: ['penia', 'philia'] },
  { why: 'a state of mind: schizophrenia, agoraphobia, trichotillomania', words: ['phrenia', 'phobia', 'mania'] },
  { why: 'a state of sight: myopia, presbyopia', words: ['opia'] },
  { why: 'wrong growth or form: dystrophy, atherosclerosis, bronchiectasis, dysplasias', words: ['trophy', 'sclerosis', 'ectasis', 'plasia', 'plasias'] },
  { why: 'a flow: diarrhea, seborrhoea', words: ['rrhea', 'rrhoea'] },
  { why: 'a seizing: narcolepsy', words: ['lepsy'] },
]; // biome-ignore format: a table

/** Whole words that end the name of a condition. */
export const conditionNames: readonly ConditionWords[] = [
  { why: 'general words that others specify: kidney disease, Turner syndrome', words: ['disease', 'diseases', 'disorder', 'disorders', 'syndrome', 'syndromes'] },
  { why: 'growths without one of the endings', words: ['cancer', 'cancers', 'carcinoma', 'carcinomas', 'tumor', 'tumors', 'tumour', 'tumours', 'malignancy', 'malignancies', 'neoplasm', 'neoplasms', 'metastasis', 'metastases', 'polyps'] },
  { why: 'an organ or a function that fails: heart failure, immune deficiency, hair loss', words: ['failure', 'insufficiency', 'impairment', 'dysfunction', 'dysfunctions', 'deficiency', 'deficiencies', 'resistance', 'intolerance', 'loss', 'defect', 'defects', 'rejection'] },
  { why: 'infections, by the general word or by their common names', words: ['infection', 'infections', 'sepsis', 'pneumonia', 'influenza', 'tuberculosis', 'malaria', 'hiv', 'aids', 'covid', 'covid19', 'covid-19'] },
  { why: 'harm from outside or of tissue', words: ['injury', 'injuries', 'fracture', 'fractures', 'ulcer', 'ulcers', 'wound', 'wounds', 'burn', 'burns', 'hernia', 'herniation', 'stenosis', 'cirrhosis', 'fibrosis'] },
  { why: 'heart, vessels and blood', words: ['hypertension', 'hypotension', 'stroke', 'infarction', 'ischemia', 'ischaemia', 'arrhythmia', 'arrhythmias', 'fibrillation', 'angina', 'shock', 'hemorrhage', 'haemorrhage', 'thrombosis', 'embolism', 'hemophilia', 'hemophilia a', 'hemophilia b', 'haemophilia', 'haemophilia a', 'haemophilia b'] },
  { why: 'breath and allergy', words: ['asthma', 'allergy', 'allergies', 'cough', 'rhinosinusitis', 'apnea', 'apnoea'] },
  { why: 'metabolism and weight', words: ['diabetes', 'mellitus', 'type 1 diabetes', 'type 2 diabetes', 'obesity', 'overweight'] },
  { why: 'mind and nerves', words: ['depression', 'anxiety', 'schizophrenia', 'autism', 'dementia', 'epilepsy', 'seizures', 'headache', 'headaches', 'migraine', 'insomnia', 'abuse', 'dependence', 'addiction', 'sclerosis', 'polyneuropathy'] },
  { why: 'skin and eyes', words: ['psoriasis', 'eczema', 'acne', 'alopecia', 'vitiligo', 'lupus', 'lupus erythematosus', 'myopia', 'cataract', 'cataracts', 'glaucoma'] },
  { why: 'pain, and what hurts by its common name', words: ['pain', 'arthritis'] },
  { why: 'the urinary, digestive and reproductive organs: overactive bladder, premature ejaculation', words: ['bladder', 'incontinence', 'constipation', 'infertility', 'menopause', 'impotence', 'ejaculation'] },
  { why: 'what has no name yet: lower urinary tract symptoms', words: ['symptoms'] },
]; // biome-ignore format: a table

const all = (groups: readonly ConditionWords[]): string => groups.flatMap(({ words }) => words).join('|');

/**
 * Whether a text ends with the name of a condition. Without such an end a piece of a sentence may be half a name: "mild"
 * of "mild to moderate asthma", "relapsed" of "relapsed or refractory leukemia".
 */
export const endsWithCondition = new RegExp(`(?:(?:${all(conditionEndings)})|\\b(?:${all(conditionNames)}))$`, 'i');
