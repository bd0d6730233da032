import { type Column, column } from '../column.js';

// biome-ignore format: a table
/** Where the trial runs. */
export const placeColumns: readonly Column[] = [
  column('integer', 'site_count', '/siteCount', 'Number of sites, as stated.'),
  column('text', 'countries', '/countries/*', 'Countries of the trial.'),
  column('text', 'removed_countries', '/removedCountries/*', 'Countries that were planned and removed.'),
  column('text', 'site_facilities', '/sites/*/facility', 'Facility of each site.'),
  column('code', 'site_statuses', '/sites/*/status/code', 'Recruitment status of each site.'),
  column('text', 'site_cities', '/sites/*/city', 'City of each site.'),
  column('text', 'site_states', '/sites/*/state', 'State or province of each site.'),
  column('text', 'site_postal_codes', '/sites/*/postalCode', 'Postal code of each site.'),
  column('text', 'site_countries', '/sites/*/country', 'Country of each site.'),
  column('text', 'site_country_codes', '/sites/*/countryCode', 'ISO 3166-1 alpha-2 code of the country of each site.'),
  column('number', 'site_latitudes', '/sites/*/geoPoint/latitude', 'Latitude of each site, in degrees.'),
  column('number', 'site_longitudes', '/sites/*/geoPoint/longitude', 'Longitude of each site, in degrees.'),
  column('text', 'site_contact_names', '/sites/*/contacts/*/name', 'Contacts of each site.'),
  column('text', 'site_contact_first_names', '/sites/*/contacts/*/nameParts/first', 'First name of each contact of each site.'),
  column('text', 'site_contact_middle_names', '/sites/*/contacts/*/nameParts/middle', 'Middle name of each contact of each site.'),
  column('text', 'site_contact_last_names', '/sites/*/contacts/*/nameParts/last', 'Last name of each contact of each site.'),
  column('text', 'site_contact_degrees', '/sites/*/contacts/*/nameParts/degrees', 'Degrees of each contact of each site.'),
  column('code', 'site_contact_roles', '/sites/*/contacts/*/role/code', 'Role of each contact of each site.'),
  column('code', 'site_contact_purposes', '/sites/*/contacts/*/purpose/code', 'What each contact of each site is for.'),
  column('text', 'site_contact_affiliations', '/sites/*/contacts/*/affiliation', 'Affiliation of each contact of each site.'),
  column('text', 'site_contact_phones', '/sites/*/contacts/*/phone', 'Telephone of each contact of each site.'),
  column('text', 'site_contact_phone_extensions', '/sites/*/contacts/*/phoneExtension', 'Telephone extension of each contact of each site.'),
  column('text', 'site_contact_emails', '/sites/*/contacts/*/email', 'E-mail address of each contact of each site.'),
  column('text', 'site_contact_addresses', '/sites/*/contacts/*/address', 'Postal address of each contact of each site.'),
];
