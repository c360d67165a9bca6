#include "usecases/reports/import_reports.h"

#include <unordered_map>

#include "storage/places.h"
#include "storage/reports.h"
#include "storage/triage.h"
#include "storage/work_items.h"
#include "usecases/imports/read_rows.h"
#include "usecases/reports/import_row.h"
#include "usecases/settings.h"

namespace doorstep::usecases::reports {
namespace {

using imports::BatchOutcome;
using imports::Records;

constexpr std::size_t rows_in_batch = 500;

struct Row {
    documents::csv::Record record;
    ImportedRow read;
};

/// What another system decided is written down as decided, so that a report has one state and a reason for
/// it.
Expected<Done> settle(Change& change, ReportId id, ImportedRow const& row, std::string_view source) {
    auto report = storage::reports::find(change.tx, id);
    report->state = domain::triage::state_after(*row.path);
    if (!storage::reports::update(change.tx, *report))
        return refuse(RefusalKind::conflict, "changed-meanwhile", "The report changed while it was loaded");
    domain::triage::Decision const decision{
        .report = id,
        .path = *row.path,
        .is_asb = *row.path == domain::triage::Path::dealt_with_before,
        .reason = "Loaded from " + std::string(source) +
                  (row.settled_words.empty() ? std::string() : ": " + row.settled_words),
        .explanation = "",
        .everyday_noise_step = row.everyday_noise_step,
        .signpost = row.signpost,
        .decided_by = {},
        .decided_at = change.now,
        .decided_on = change.today};
    storage::triage::insert(change.tx, decision);
    storage::work_items::finish(change.tx, domain::work::Kind::triage, id.text(), change.now);
    change.record(id, domain::events::report_decided, id.text(),
                  domain::events::Detail()
                      .set("path", decision.path)
                      .set("is_asb", decision.is_asb)
                      .set("signpost", decision.signpost)
                      .set("reason", decision.reason));
    return Done{};
}

Expected<Done> store(Change& change, Settings const& settings, std::string_view source, Row const& row,
                     BatchOutcome& outcome) {
    auto input = row.read.report;
    if (!row.read.uprn.empty()) {
        if (auto const address = storage::places::find_address_by_uprn(change.tx, row.read.uprn))
            input.report.address = address->id;
        else
            outcome.doubt_row(row.record.line, "there is no address with the UPRN " + row.read.uprn,
                              row.record.fields);
    }
    auto const sent = put_report(change, settings, input);
    if (!sent) {
        auto const& problems = sent.error().problems();
        outcome.refuse_row(row.record.line,
                           problems.empty() ? sent.error().message() : problems.front().message,
                           row.record.fields);
        return Done{};
    }
    ++(sent->was_there ? outcome.counts.rows_same : outcome.counts.rows_new);
    if (sent->was_there || !row.read.path) return Done{};
    return settle(change, sent->id, row.read, source);
}

Expected<Done> check_mapping(imports::Mapping const& mapping) {
    auto const needs = [](char const* what) {
        return refuse(RefusalKind::invalid, "mapping", std::string("The mapping needs ") + what);
    };
    if (mapping.source().empty()) return needs("source: a name for where the rows come from");
    if (mapping.key_column().empty()) return needs("key: the column that names a row");
    if (!mapping.date_format()) return needs("date_format: how dates are written, like DD/MM/YYYY HH:mm");
    if ((mapping.has("telephone") || mapping.has("email")) && !mapping.has("safe_ways"))
        return needs("safe_ways beside telephone and email: which ways are safe to use");
    return Done{};
}

}  // namespace

Expected<imports::ImportResult> import_reports(Context& context, imports::ImportOptions const& options) {
    if (auto allowed = context.require(domain::access::Action::import_records); !allowed)
        return refuse(allowed.error());
    if (!options.map)
        return refuse(RefusalKind::invalid, "no-mapping", "Say how the columns become ours: --map FILE");
    auto mapping = imports::mapping_for(options, import_fields());
    if (!mapping) return refuse(mapping.error());
    if (auto good = check_mapping(*mapping); !good) return refuse(good.error());

    auto reader = documents::csv::Reader::of_file(options.file, {.separator = mapping->separator()});
    auto const header = reader.next();
    if (!header) return refuse(header.error());
    if (!*header) return refuse(RefusalKind::invalid, "empty", "The file is empty");
    if (auto bound = mapping->bind(**header, {"received", "what_happened"}); !bound)
        return refuse(bound.error());

    auto const& settings = context.settings();
    RowReader const rows(*mapping, settings, context.today);
    imports::Importer importer(context, options, "reports", domain::events::records_imported);
    std::unordered_map<std::string, std::int64_t> seen;

    auto const done =
        imports::in_batches(reader, importer, rows_in_batch, [&](Records const& records) -> Expected<Done> {
            BatchOutcome read;
            std::vector<Row> good;
            for (auto const& record : records) {
                auto row = rows.read(record);
                if (!row) {
                    read.refuse_row(record.line, row.error().message(), record.fields);
                    continue;
                }
                auto const& key = *row->report.report.import_key;
                auto const [first, is_new] = seen.emplace(key, record.line);
                if (!is_new) {
                    read.refuse_row(record.line,
                                    key + " is on line " + std::to_string(first->second) + " already",
                                    record.fields);
                    continue;
                }
                good.push_back({record, std::move(*row)});
            }
            return importer.batch([&](Change& change) -> Expected<BatchOutcome> {
                auto outcome = read;
                for (auto const& row : good)
                    if (auto stored = store(change, settings, mapping->source(), row, outcome); !stored)
                        return refuse(stored.error());
                return outcome;
            });
        });
    if (!done) return refuse(done.error());
    return importer.finish();
}

}  // namespace doorstep::usecases::reports
