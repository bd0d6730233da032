/**
 * Animals that trials are run on, as the people of such a trial would be named: in the plural. The singular names
 * products and causes in trials of people: horse antithymocyte globulin, cow's milk, cat allergen.
 */
export const animalNames: readonly string[] = [
  'mice', 'rats', 'rodents', 'hamsters', 'gerbils', 'guinea pigs', 'rabbits', 'ferrets', 'mink', 'pigs', 'minipigs', 'mini-pigs', 'piglets', 'sows',
  'swine', 'macaques', 'monkeys', 'baboons', 'marmosets', 'chimpanzees', 'non-?human primates', 'dogs', 'puppies', 'beagles', 'greyhounds', 'bitches',
  'cats', 'kittens', 'horses', 'ponies', 'foals', 'mares', 'stallions', 'racehorses', 'donkeys', 'mules', 'cows', 'cattle', 'heifers', 'steers', 'dairy calves',
  'beef calves', 'newborn calves', 'holstein calves', 'buffaloes', 'sheep', 'ewes', 'lambs', 'goats', 'alpacas', 'llamas', 'camels', 'deer', 'chickens',
  'broilers', 'hens', 'chicks', 'turkeys', 'ducks', 'geese', 'pigeons', 'parrots', 'zebrafish', 'rainbow trout', 'honey ?bees', 'tortoises', 'animals',
]; // biome-ignore format: a list

/** The same where they are the model of a disease: "a hamster model", "murine models". */
export const modelAnimals =
  '(?:mouse|murine|rat|rodent|hamster|gerbil|guinea pig|rabbit|ferret|pig|porcine|swine|minipig|monkey|macaque|primate|dog|canine|cat|feline|horse|equine|cow|bovine|sheep|ovine|goat|caprine|chicken|avian|zebrafish|animal)';
