import * as migration_20261128_120000_baseline from './20261128_120000_baseline';
import * as migration_20261128_120100_books from './20261128_120100_books';
import * as migration_20261129_001035_customer_codes from './20261129_001035_customer_codes';
import * as migration_20261129_001036_lookup_words from './20261129_001036_lookup_words';
import * as migration_20261129_002949_company_texts from './20261129_002949_company_texts';
import * as migration_20261129_005412_fixed_figures from './20261129_005412_fixed_figures';
import * as migration_20261129_005512_fixed_figures_filled from './20261129_005512_fixed_figures_filled';
import * as migration_20261129_010001_last_prices from './20261129_010001_last_prices';
import * as migration_20261129_011929_latest_price_settings from './20261129_011929_latest_price_settings';
import * as migration_20261129_015157_cancelled_drafts from './20261129_015157_cancelled_drafts';
import * as migration_20261129_020024_mail_claims from './20261129_020024_mail_claims';
import * as migration_20261129_031059_watched_jobs from './20261129_031059_watched_jobs';
import * as migration_20261129_031701_file_store from './20261129_031701_file_store';
import * as migration_20261129_032722_regions_and_opening from './20261129_032722_regions_and_opening';
import * as migration_20261129_033000_tries from './20261129_033000_tries';
import * as migration_20261129_034000_credit_deltas from './20261129_034000_credit_deltas';
import * as migration_20261129_040500_audit_chain from './20261129_040500_audit_chain';
import * as migration_20261129_042500_number_words from './20261129_042500_number_words';
import * as migration_20261129_042931_sales_targets from './20261129_042931_sales_targets';
import * as migration_20261129_044843_document_notes from './20261129_044843_document_notes';
import * as migration_20261129_045108_record_versions from './20261129_045108_record_versions';
import * as migration_20261129_062400_second_person from './20261129_062400_second_person';
import * as migration_20261129_063000_account_passwords from './20261129_063000_account_passwords';
import * as migration_20261129_065408_customer_record from './20261129_065408_customer_record';
import * as migration_20261129_065800_customer_keys from './20261129_065800_customer_keys';
import * as migration_20261129_070010_texts_and_templates from './20261129_070010_texts_and_templates';
import * as migration_20261129_071500_uncovered_costs from './20261129_071500_uncovered_costs';
import * as migration_20261129_071650_alarms from './20261129_071650_alarms';
import * as migration_20261129_071900_audit_indexes from './20261129_071900_audit_indexes';
import * as migration_20261129_071900_merged_customers from './20261129_071900_merged_customers';
import * as migration_20261129_072400_account_sessions from './20261129_072400_account_sessions';
import * as migration_20261129_072500_account_identities from './20261129_072500_account_identities';
import * as migration_20261129_072947_prepared_files from './20261129_072947_prepared_files';
import * as migration_20261129_072948_prepared_file_parts from './20261129_072948_prepared_file_parts';
import * as migration_20261129_074000_mails_and_notes from './20261129_074000_mails_and_notes';
import * as migration_20261129_075519_quote_links from './20261129_075519_quote_links';
import * as migration_20261129_075520_sealed_order_lists from './20261129_075520_sealed_order_lists';
import * as migration_20261129_080230_security_settings from './20261129_080230_security_settings';
import * as migration_20261129_095004_freight from './20261129_095004_freight';
import * as migration_20261129_110309_english_names_and_breaks from './20261129_110309_english_names_and_breaks';
import * as migration_20261129_112434_webhooks from './20261129_112434_webhooks';
import * as migration_20261129_112435_outside_calls from './20261129_112435_outside_calls';
import * as migration_20261129_134800_report_indexes from './20261129_134800_report_indexes';
import * as migration_20261129_134808_order_change_freight from './20261129_134808_order_change_freight';
import * as migration_20261129_143611_shown_addresses from './20261129_143611_shown_addresses';
import * as migration_20261129_143613_shown_addresses_told from './20261129_143613_shown_addresses_told';
import * as migration_20261129_150400_delivery_indexes from './20261129_150400_delivery_indexes';
import * as migration_20261129_171633_titles_of_orders from './20261129_171633_titles_of_orders';
import * as migration_20261129_223000_days_of_books from './20261129_223000_days_of_books';
import * as migration_20261129_230445_colour_and_opening_day from './20261129_230445_colour_and_opening_day';
import * as migration_20261130_043000_sums_of_documents from './20261130_043000_sums_of_documents';
import * as migration_20261130_050000_proven_documents from './20261130_050000_proven_documents';
import * as migration_20261130_050540_audit_indexes_once from './20261130_050540_audit_indexes_once';
import * as migration_20261130_055000_opening_seals from './20261130_055000_opening_seals';
import * as migration_20261130_080500_audit_seals from './20261130_080500_audit_seals';
import * as migration_20261130_092500_sums_of_lines from './20261130_092500_sums_of_lines';
import * as migration_20261130_174254_indexes_nobody_reads from './20261130_174254_indexes_nobody_reads';
import * as migration_20261130_174300_keys_of_gone_customers from './20261130_174300_keys_of_gone_customers';
import * as migration_20261130_184346_indexes_begun from './20261130_184346_indexes_begun';
import * as migration_20261130_184400_sources_once from './20261130_184400_sources_once';

export const migrations = [
  {
    up: migration_20261128_120000_baseline.up,
    down: migration_20261128_120000_baseline.down,
    name: '20261128_120000_baseline',
  },
  {
    up: migration_20261128_120100_books.up,
    down: migration_20261128_120100_books.down,
    name: '20261128_120100_books',
  },
  {
    up: migration_20261129_001035_customer_codes.up,
    down: migration_20261129_001035_customer_codes.down,
    name: '20261129_001035_customer_codes',
  },
  {
    up: migration_20261129_001036_lookup_words.up,
    down: migration_20261129_001036_lookup_words.down,
    name: '20261129_001036_lookup_words',
  },
  {
    up: migration_20261129_002949_company_texts.up,
    down: migration_20261129_002949_company_texts.down,
    name: '20261129_002949_company_texts',
  },
  {
    up: migration_20261129_005412_fixed_figures.up,
    down: migration_20261129_005412_fixed_figures.down,
    name: '20261129_005412_fixed_figures',
  },
  {
    up: migration_20261129_005512_fixed_figures_filled.up,
    down: migration_20261129_005512_fixed_figures_filled.down,
    name: '20261129_005512_fixed_figures_filled',
  },
  {
    up: migration_20261129_010001_last_prices.up,
    down: migration_20261129_010001_last_prices.down,
    name: '20261129_010001_last_prices',
  },
  {
    up: migration_20261129_011929_latest_price_settings.up,
    down: migration_20261129_011929_latest_price_settings.down,
    name: '20261129_011929_latest_price_settings',
  },
  {
    up: migration_20261129_015157_cancelled_drafts.up,
    down: migration_20261129_015157_cancelled_drafts.down,
    name: '20261129_015157_cancelled_drafts',
  },
  {
    up: migration_20261129_020024_mail_claims.up,
    down: migration_20261129_020024_mail_claims.down,
    name: '20261129_020024_mail_claims',
  },
  {
    up: migration_20261129_031059_watched_jobs.up,
    down: migration_20261129_031059_watched_jobs.down,
    name: '20261129_031059_watched_jobs',
  },
  {
    up: migration_20261129_031701_file_store.up,
    down: migration_20261129_031701_file_store.down,
    name: '20261129_031701_file_store',
  },
  {
    up: migration_20261129_032722_regions_and_opening.up,
    down: migration_20261129_032722_regions_and_opening.down,
    name: '20261129_032722_regions_and_opening',
  },
  {
    up: migration_20261129_033000_tries.up,
    down: migration_20261129_033000_tries.down,
    name: '20261129_033000_tries',
  },
  {
    up: migration_20261129_034000_credit_deltas.up,
    down: migration_20261129_034000_credit_deltas.down,
    name: '20261129_034000_credit_deltas',
  },
  {
    up: migration_20261129_040500_audit_chain.up,
    down: migration_20261129_040500_audit_chain.down,
    name: '20261129_040500_audit_chain',
  },
  {
    up: migration_20261129_042500_number_words.up,
    down: migration_20261129_042500_number_words.down,
    name: '20261129_042500_number_words',
  },
  {
    up: migration_20261129_042931_sales_targets.up,
    down: migration_20261129_042931_sales_targets.down,
    name: '20261129_042931_sales_targets',
  },
  {
    up: migration_20261129_044843_document_notes.up,
    down: migration_20261129_044843_document_notes.down,
    name: '20261129_044843_document_notes',
  },
  {
    up: migration_20261129_045108_record_versions.up,
    down: migration_20261129_045108_record_versions.down,
    name: '20261129_045108_record_versions',
  },
  {
    up: migration_20261129_062400_second_person.up,
    down: migration_20261129_062400_second_person.down,
    name: '20261129_062400_second_person',
  },
  {
    up: migration_20261129_063000_account_passwords.up,
    down: migration_20261129_063000_account_passwords.down,
    name: '20261129_063000_account_passwords',
  },
  {
    up: migration_20261129_065408_customer_record.up,
    down: migration_20261129_065408_customer_record.down,
    name: '20261129_065408_customer_record',
  },
  {
    up: migration_20261129_065800_customer_keys.up,
    down: migration_20261129_065800_customer_keys.down,
    name: '20261129_065800_customer_keys',
  },
  {
    up: migration_20261129_070010_texts_and_templates.up,
    down: migration_20261129_070010_texts_and_templates.down,
    name: '20261129_070010_texts_and_templates',
  },
  {
    up: migration_20261129_071500_uncovered_costs.up,
    down: migration_20261129_071500_uncovered_costs.down,
    name: '20261129_071500_uncovered_costs',
  },
  {
    up: migration_20261129_071650_alarms.up,
    down: migration_20261129_071650_alarms.down,
    name: '20261129_071650_alarms',
  },
  {
    up: migration_20261129_071900_audit_indexes.up,
    down: migration_20261129_071900_audit_indexes.down,
    name: '20261129_071900_audit_indexes',
  },
  {
    up: migration_20261129_071900_merged_customers.up,
    down: migration_20261129_071900_merged_customers.down,
    name: '20261129_071900_merged_customers',
  },
  {
    up: migration_20261129_072400_account_sessions.up,
    down: migration_20261129_072400_account_sessions.down,
    name: '20261129_072400_account_sessions',
  },
  {
    up: migration_20261129_072500_account_identities.up,
    down: migration_20261129_072500_account_identities.down,
    name: '20261129_072500_account_identities',
  },
  {
    up: migration_20261129_072947_prepared_files.up,
    down: migration_20261129_072947_prepared_files.down,
    name: '20261129_072947_prepared_files',
  },
  {
    up: migration_20261129_072948_prepared_file_parts.up,
    down: migration_20261129_072948_prepared_file_parts.down,
    name: '20261129_072948_prepared_file_parts',
  },
  {
    up: migration_20261129_074000_mails_and_notes.up,
    down: migration_20261129_074000_mails_and_notes.down,
    name: '20261129_074000_mails_and_notes',
  },
  {
    up: migration_20261129_075519_quote_links.up,
    down: migration_20261129_075519_quote_links.down,
    name: '20261129_075519_quote_links',
  },
  {
    up: migration_20261129_075520_sealed_order_lists.up,
    down: migration_20261129_075520_sealed_order_lists.down,
    name: '20261129_075520_sealed_order_lists',
  },
  {
    up: migration_20261129_080230_security_settings.up,
    down: migration_20261129_080230_security_settings.down,
    name: '20261129_080230_security_settings',
  },
  {
    up: migration_20261129_095004_freight.up,
    down: migration_20261129_095004_freight.down,
    name: '20261129_095004_freight',
  },
  {
    up: migration_20261129_110309_english_names_and_breaks.up,
    down: migration_20261129_110309_english_names_and_breaks.down,
    name: '20261129_110309_english_names_and_breaks',
  },
  {
    up: migration_20261129_112434_webhooks.up,
    down: migration_20261129_112434_webhooks.down,
    name: '20261129_112434_webhooks',
  },
  {
    up: migration_20261129_112435_outside_calls.up,
    down: migration_20261129_112435_outside_calls.down,
    name: '20261129_112435_outside_calls',
  },
  {
    up: migration_20261129_134800_report_indexes.up,
    down: migration_20261129_134800_report_indexes.down,
    name: '20261129_134800_report_indexes',
  },
  {
    up: migration_20261129_134808_order_change_freight.up,
    down: migration_20261129_134808_order_change_freight.down,
    name: '20261129_134808_order_change_freight',
  },
  {
    up: migration_20261129_143611_shown_addresses.up,
    down: migration_20261129_143611_shown_addresses.down,
    name: '20261129_143611_shown_addresses',
  },
  {
    up: migration_20261129_143613_shown_addresses_told.up,
    down: migration_20261129_143613_shown_addresses_told.down,
    name: '20261129_143613_shown_addresses_told',
  },
  {
    up: migration_20261129_150400_delivery_indexes.up,
    down: migration_20261129_150400_delivery_indexes.down,
    name: '20261129_150400_delivery_indexes',
  },
  {
    up: migration_20261129_171633_titles_of_orders.up,
    down: migration_20261129_171633_titles_of_orders.down,
    name: '20261129_171633_titles_of_orders',
  },
  {
    up: migration_20261129_223000_days_of_books.up,
    down: migration_20261129_223000_days_of_books.down,
    name: '20261129_223000_days_of_books',
  },
  {
    up: migration_20261129_230445_colour_and_opening_day.up,
    down: migration_20261129_230445_colour_and_opening_day.down,
    name: '20261129_230445_colour_and_opening_day',
  },
  {
    up: migration_20261130_043000_sums_of_documents.up,
    down: migration_20261130_043000_sums_of_documents.down,
    name: '20261130_043000_sums_of_documents',
  },
  {
    up: migration_20261130_050000_proven_documents.up,
    down: migration_20261130_050000_proven_documents.down,
    name: '20261130_050000_proven_documents',
  },
  {
    up: migration_20261130_050540_audit_indexes_once.up,
    down: migration_20261130_050540_audit_indexes_once.down,
    name: '20261130_050540_audit_indexes_once',
  },
  {
    up: migration_20261130_055000_opening_seals.up,
    down: migration_20261130_055000_opening_seals.down,
    name: '20261130_055000_opening_seals',
  },
  {
    up: migration_20261130_080500_audit_seals.up,
    down: migration_20261130_080500_audit_seals.down,
    name: '20261130_080500_audit_seals',
  },
  {
    up: migration_20261130_092500_sums_of_lines.up,
    down: migration_20261130_092500_sums_of_lines.down,
    name: '20261130_092500_sums_of_lines',
  },
  {
    up: migration_20261130_174254_indexes_nobody_reads.up,
    down: migration_20261130_174254_indexes_nobody_reads.down,
    name: '20261130_174254_indexes_nobody_reads',
  },
  {
    up: migration_20261130_174300_keys_of_gone_customers.up,
    down: migration_20261130_174300_keys_of_gone_customers.down,
    name: '20261130_174300_keys_of_gone_customers',
  },
  {
    up: migration_20261130_184346_indexes_begun.up,
    down: migration_20261130_184346_indexes_begun.down,
    name: '20261130_184346_indexes_begun'
  },
  {
    up: migration_20261130_184400_sources_once.up,
    down: migration_20261130_184400_sources_once.down,
    name: '20261130_184400_sources_once',
  },
];
