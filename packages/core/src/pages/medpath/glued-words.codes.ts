/** Acronyms that begin with small letters: where a word stands glued to one, nobody can tell which of them has the letters. */
export const smallAcronyms: readonly string[] = [
  'pH', 'pO2', 'pCO2', 'eGFR', 'mTOR', 'iNPH', 'mRNA', 'miRNA', 'siRNA', 'cfDNA', 'ctDNA', 'iPSC', 'hsCRP', 'aHUS', 'cGVHD',
  'aGVHD', 'mCRPC', 'nmCRPC', 'mHSPC', 'mCRC', 'mPDAC', 'mCNV', 'nAMD', 'wAMD', 'gMG', 'aPTT', 'aPL', 'vWF', 'vWD', 'hATTR',
  'dMMR', 'pMMR', 'sJIA', 'pJIA', 'axSpA', 'pSS', 'dcSSc', 'lcSSc', 'cSCC', 'cHL', 'rTMS', 'tDCS', 'fMRI', 'pNET', 'sIBM',
  'iTTP', 'cTTP', 'hMPV', 'bvFTD', 'pANCA', 'cANCA', 'iMCD', 'eHTN', 'sCAP', 'mDS', 'tMDS', 'hEDS', 'hGH', 'hCG', 'rhGH', 'tPA',
]; // biome-ignore format: a list

/** Words that another one follows, by themselves no name of a condition: a border behind one may stand within a name. */
export const openWords: readonly string[] = [
  'Long', 'High', 'Low', 'Early', 'Late', 'New', 'Old', 'Acute', 'Chronic', 'Severe', 'Mild', 'Moderate', 'Post', 'Pre', 'Non',
  'Anti', 'Hyper', 'Super', 'Multi', 'Poly', 'Inter', 'Intra', 'Peri', 'Para', 'Meta', 'Sub', 'Trans', 'Ultra', 'Semi', 'Auto',
  'Inflammatory', 'Bio', 'Immune', 'Endo', 'Tele', 'Mini', 'Single', 'Double', 'Full', 'Self', 'Whole', 'Sleep', 'Blood', 'Heart',
]; // biome-ignore format: a list

/** Words that end as the first halves of words do ("Neuro", "Hypo") and are whole. */
export const wholeWordsInO: readonly string[] = [
  'vertigo', 'lumbago', 'vitiligo', 'impetigo', 'prurigo', 'polio', 'embryo', 'placebo', 'lentigo', 'serpigo', 'intertrigo', 'tobacco', 'zero',
]; // biome-ignore format: a list
