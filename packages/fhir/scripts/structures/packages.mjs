// HL7's definitions as npm packages. They are input at development time only: nothing of ours depends on them, none of
// their code runs (they hold none), and a package whose bytes are not the ones looked at when this was written is refused.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const pinned = {
  'hl7.fhir.r4.examples@4.0.1':
    'sha512-DXBdIZOeQaSKIgCU7w6HOC7sw/6BzylmipLkBW4f//pT+Bc94x+8LImwTdvaNThPJoOzpBzvxAzNqjeu3X/zLw==',
  'hl7.fhir.r4b.core@4.3.0':
    'sha512-2Xa3QB5PQxNchsA8chSq3OLMHJf55iEc44bZCFaRarX6Leo8qjeTXSq4RNSMpvKtfG4u7CkWpEmlQtb0rwLWFw==',
  'hl7.fhir.r5.core@5.0.0':
    'sha512-0TvJB1KKtokn/P2mRwcqEY8v8RN8IE/pQjvtlsPaJdYaDfYx4UBhuY4afAGeQjW01p9SNYPphxAFFkEsS6P05A==',
  'hl7.fhir.uv.extensions.r4@5.3.0-ballot-tc1':
    'sha512-mhPmWj0dZvIC7JQLkqxT42/UpoIyYwFtSiIZbhX/ArfX96hR5oTqNvAUvMD+dMH45m4mGMQ19WyCZFpP1OLEbQ==',
  'hl7.fhir.uv.extensions.r5@5.3.0-ballot-tc1':
    'sha512-LjFkDQ542nlYNKV5dWz06XAhsZPapfJ5/XqqOPsGgLEGP4xBznATtFLdApL0O0dlNlvD5diiX7s2o50xKXvPfg==',
  'hl7.fhir.xver-extensions@0.1.0':
    'sha512-0yCE0ol+j6kSLOnyKOS272Asr5Kx3f+yQn81fU5EOyLS15BTK2l1D6zP/fgNl5hgdV18S1t5Gg7i0HU5cnlDNQ==',
  'hl7.terminology.r5@7.0.1':
    'sha512-fFzOHMFKtMBX1T9O1ap/f4n506Dm6Ze7FWh9n7g6B9zEXzNyaF4HURMT2UzpNHYh3cIJuvIZZdpwizPMg5ryHA==',
};

/** The folder with the files of one package, fetched on first use into the system's temporary folder. */
export function packageFolder(specifier) {
  const cache = join(tmpdir(), 'trialbridge-fhir-packages');
  const name = specifier.replace('@', '-');
  const archive = join(cache, `${name}.tgz`);
  mkdirSync(cache, { recursive: true });
  if (!existsSync(archive)) {
    execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', cache, specifier]);
  }
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (integrity !== pinned[specifier])
    throw new Error(`${specifier} is not the package that was looked at: ${integrity}`);
  const folder = join(cache, name);
  if (!existsSync(join(folder, 'package'))) {
    mkdirSync(folder, { recursive: true });
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
  }
  return join(folder, 'package');
}

/** The conformance resources of some types in a package, by canonical url. A later package does not replace an earlier. */
export function loadDefinitions(specifiers, types) {
  const found = new Map(types.map((type) => [type, new Map()]));
  for (const specifier of specifiers) {
    const folder = packageFolder(specifier);
    for (const file of readdirSync(folder)) {
      const type = file.slice(0, file.indexOf('-'));
      if (!found.has(type) || !file.endsWith('.json')) continue;
      const resource = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const byUrl = found.get(type);
      if (resource.resourceType === type && resource.url && !byUrl.has(resource.url)) byUrl.set(resource.url, resource);
    }
  }
  return found;
}
