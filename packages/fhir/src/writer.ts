import type { Omission, Trial, TrialWriter, WriteContext } from '@trialbridge/core';
import { type Vocabulary, vocabularyOf } from './codes/vocabulary.js';
import type { Identifier } from './elements.js';
import { organizationId, remembered, type SharedId } from './ids.js';
import { type Narrative, studyNarrative } from './narrative.js';
import { type FhirWriterOptions, type ResolvedOptions, resolveOptions } from './options.js';
import { primaryIdentifier } from './parts/identifiers.js';
import { toProvenance } from './provenance.js';
import { type AnyResource, type BundleEntry, ResourceSet } from './resources.js';
import type { StudyContext } from './study-context.js';
import { type FhirVersion, fixedSystems } from './systems.js';

/** What differs between the writers of the versions. */
export interface VersionedStudy<Study extends StudyResource = StudyResource> {
  readonly version: FhirVersion;
  readonly format: string;
  readonly title: string;
  readonly schema: object;
  readonly omits: readonly Omission[];
  toStudy(context: StudyContext): Study;
  /** Adds a study for each site, in the option `siteDetail: 'substudy'`. */
  addSiteStudies(context: StudyContext, study: Study): void;
}

interface StudyResource extends AnyResource {
  identifier?: Identifier[];
  contained?: AnyResource[];
  text?: Narrative;
}

/** Builds the writer of one version. `Bundle` is that version's type. */
export function createFhirWriter<Bundle, Study extends StudyResource>(
  versioned: VersionedStudy<Study>,
  options: FhirWriterOptions,
): TrialWriter<Bundle> {
  const resolved = resolveOptions(options);
  const vocabulary = vocabularyOf(versioned.version);
  const organizations = remembered(organizationId);
  return {
    format: versioned.format,
    title: versioned.title,
    mediaType: 'application/fhir+json',
    kind: 'json',
    extension: '.json',
    omits: versioned.omits,
    schema: versioned.schema,
    write: (trial, context) =>
      // The parts are narrower than the published types, which allow more than one version does.
      toBundle(trial, context, versioned, resolved, vocabulary, organizations) as Bundle,
    toText: (bundle) => JSON.stringify(bundle),
    toJson: (bundle) => bundle,
  };
}

function toBundle<Study extends StudyResource>(
  trial: Trial,
  { report }: WriteContext,
  versioned: VersionedStudy<Study>,
  options: ResolvedOptions,
  vocabulary: Vocabulary,
  organizations: (name: string) => SharedId,
): unknown {
  const resources = new ResourceSet(trial.id, options, organizations);
  const context: StudyContext = { trial, options, vocabulary, resources, report };
  const study = versioned.toStudy(context);
  if (options.narrative) study.text = studyNarrative(trial);
  if (options.siteDetail === 'substudy') versioned.addSiteStudies(context, study);
  if (options.contained && resources.entries.length > 0) {
    study.contained = resources.entries.map(({ resource }) => resource);
  }
  const entry: BundleEntry[] = [resources.studyEntry(study, primaryIdentifier(study.identifier ?? []))];
  if (!options.contained) for (const companion of resources.entries) entry.push(companion);
  if (options.provenance) {
    toProvenance(context).forEach((resource, index) => {
      entry.push(resources.entry(resource, resources.ids.urn('provenance', index + 1)));
    });
  }
  const bundle: Record<string, unknown> = {
    resourceType: 'Bundle',
    id: resources.ids.id('study'),
    identifier: { system: fixedSystems.uri, value: resources.ids.urn('bundle') },
    type: options.bundle,
  };
  if (options.recorded !== undefined) bundle.timestamp = options.recorded;
  bundle.entry = entry;
  return bundle;
}
