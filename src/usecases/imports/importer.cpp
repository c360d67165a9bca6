#include "usecases/imports/importer.h"

#include "storage/places.h"

namespace doorstep::usecases::imports {
namespace {

/// The code of a refusal that only undoes the transaction.
constexpr std::string_view undo = "import-undo";

}  // namespace

ImportCounts& ImportCounts::operator+=(ImportCounts const& more) {
    rows_new += more.rows_new;
    rows_changed += more.rows_changed;
    rows_same += more.rows_same;
    rows_not_needed += more.rows_not_needed;
    rows_refused += more.rows_refused;
    return *this;
}

void BatchOutcome::refuse_row(std::int64_t line, std::string reason, std::vector<std::string> fields) {
    ++counts.rows_refused;
    problems.push_back({line, std::move(reason), false, std::move(fields)});
}

void BatchOutcome::doubt_row(std::int64_t line, std::string reason, std::vector<std::string> fields) {
    problems.push_back({line, std::move(reason), true, std::move(fields)});
}

Importer::Importer(Context& context, ImportOptions const& options, std::string kind,
                   domain::events::EventKind const& event)
    : context_(context), options_(options), event_(event), load_id_(context.services.ids.next().text()) {
    result_.kind = std::move(kind);
    result_.source = options.file.filename().string();
    result_.dry_run = options.dry_run;
}

void Importer::put_load(Change& change, ImportCounts const& counts) const {
    storage::places::put(change.tx, {.id = load_id_,
                                     .kind = result_.kind,
                                     .source = result_.source,
                                     .loaded_at = change.now,
                                     .rows_read = counts.rows_read(),
                                     .rows_taken = counts.rows_taken(),
                                     .rows_refused = counts.rows_refused});
}

Expected<Done> Importer::batch(std::function<Expected<BatchOutcome>(Change&)> const& work) {
    BatchOutcome outcome;
    auto const done = context_.change([&](Change& change) -> Expected<Done> {
        auto made = work(change);
        if (!made) return refuse(made.error());
        outcome = std::move(*made);
        bool const nothing =
            outcome.counts.rows_new + outcome.counts.rows_changed == 0 && !outcome.changed_something;
        if (options_.dry_run || nothing) return refuse(RefusalKind::conflict, undo, "");
        auto counts = result_.counts;
        put_load(change, counts += outcome.counts);
        change.record_setting(result_.kind == "reports" ? "imports" : "places", event_,
                              domain::events::Detail()
                                  .set("kind", result_.kind)
                                  .set("source", result_.source)
                                  .set("new", outcome.counts.rows_new)
                                  .set("changed", outcome.counts.rows_changed));
        return Done{};
    });
    if (!done && done.error().code() != undo) return done;
    result_.counts += outcome.counts;
    for (auto const& problem : outcome.problems) {
        if (problem.is_taken) ++result_.doubts;
        if (options_.on_problem) options_.on_problem(problem);
    }
    return Done{};
}

void Importer::progress(std::int64_t done, std::int64_t total) const {
    if (options_.progress) options_.progress(done, total);
}

Expected<ImportResult> Importer::finish() {
    if (options_.dry_run) return result_;
    auto const done = context_.change([&](Change& change) -> Expected<Done> {
        put_load(change, result_.counts);
        change.record_setting(result_.kind == "reports" ? "imports" : "places", event_,
                              domain::events::Detail()
                                  .set("kind", result_.kind)
                                  .set("source", result_.source)
                                  .set("rows_read", result_.counts.rows_read())
                                  .set("rows_refused", result_.counts.rows_refused)
                                  .set("state", "finished"));
        return Done{};
    });
    if (!done) return refuse(done.error());
    return result_;
}

}  // namespace doorstep::usecases::imports
