/**
 * The data types of FHIR as far as our writers fill them. They are the same in R4, R4B, R5 and R6, and narrower than the
 * definitions: what does not stand here is never written.
 */

export interface Extension {
  id?: string;
  url: string;
  extension?: Extension[];
  valueBoolean?: boolean;
  _valueBoolean?: Element;
  valueCode?: string;
  valueCodeableConcept?: CodeableConcept;
  valueCoding?: Coding;
  valueMarkdown?: string;
  valuePeriod?: Period;
  valueReference?: Reference;
  valueString?: string;
  _valueString?: Element;
  valueUnsignedInt?: number;
  _valueUnsignedInt?: Element;
  valueUri?: string;
}

/** What stands beside a primitive value, or in its place. */
export interface Element {
  extension: Extension[];
}

export interface Coding {
  system?: string;
  code?: string;
  _code?: Element;
  display?: string;
  userSelected?: boolean;
}

export interface CodeableConcept {
  extension?: Extension[];
  coding?: Coding[];
  text?: string;
  _text?: Element;
}

export interface Reference {
  reference?: string;
  identifier?: Identifier;
  display?: string;
}

export interface Identifier {
  use?: 'official' | 'secondary' | 'old';
  _use?: Element;
  type?: CodeableConcept;
  system?: string;
  value?: string;
  _value?: Element;
  assigner?: Reference;
}

export interface Period {
  start?: string;
  _start?: Element;
  end?: string;
  _end?: Element;
}

export interface Quantity {
  extension?: Extension[];
  value?: number;
  unit?: string;
  system?: string;
  code?: string;
}

export interface Range {
  low?: Quantity;
  high?: Quantity;
}

export interface Annotation {
  time?: string;
  _time?: Element;
  text: string;
}

export interface HumanName {
  text?: string;
  family?: string;
  given?: string[];
  suffix?: string[];
}

export interface ContactPoint {
  extension?: Extension[];
  system: 'phone' | 'email';
  value?: string;
}

export interface Address {
  text?: string;
  city?: string;
  state?: string;
  postalCode?: string;
  country?: string;
  _country?: Element;
}

export interface CodeableReference {
  concept?: CodeableConcept;
  reference?: Reference;
}
