#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/events/kinds.h"
#include "usecases/context.h"

/// Taking in files: in batches of one transaction each, safe to run again, every row either in or listed.
namespace doorstep::usecases::imports {

/// A row that was refused, or one that was taken with a doubt.
struct RowProblem {
    std::int64_t line = 0;
    std::string reason;
    bool is_taken = false;
    std::vector<std::string> fields;  ///< as they stand in the file
};

struct ImportOptions {
    std::filesystem::path file;
    std::optional<std::filesystem::path> map;
    bool dry_run = false;  ///< everything is checked and nothing kept
    std::function<void(RowProblem const&)> on_problem;
    /// Bytes of the file done, and altogether.
    std::function<void(std::int64_t done, std::int64_t total)> progress;
};

struct ImportCounts {
    std::int64_t rows_new = 0;
    std::int64_t rows_changed = 0;
    std::int64_t rows_same = 0;        ///< were there already, just so
    std::int64_t rows_not_needed = 0;  ///< right, but about nothing that is here
    std::int64_t rows_refused = 0;

    std::int64_t rows_read() const { return rows_taken() + rows_not_needed + rows_refused; }
    std::int64_t rows_taken() const { return rows_new + rows_changed + rows_same; }
    ImportCounts& operator+=(ImportCounts const& more);
};

struct ImportResult {
    std::string kind;    ///< "postcodes", "wards", "lsoas", "homes", "reports"
    std::string source;  ///< name of the file
    bool dry_run = false;
    ImportCounts counts;
    std::int64_t doubts = 0;         ///< rows taken with a doubt, listed too
    std::vector<std::string> notes;  ///< what to do next, in sentences
};

/// What became of one batch.
struct BatchOutcome {
    ImportCounts counts;
    std::vector<RowProblem> problems;
    bool changed_something = false;  ///< besides rows: an area's name, a block

    void refuse_row(std::int64_t line, std::string reason, std::vector<std::string> fields = {});
    void doubt_row(std::int64_t line, std::string reason, std::vector<std::string> fields = {});
};

/// Runs batches. Each leaves an event and brings the load's row up to date; one that changes nothing leaves
/// neither.
class Importer {
  public:
    Importer(Context& context, ImportOptions const& options, std::string kind,
             domain::events::EventKind const& event);

    /// One transaction. The work may run twice, and in a dry run it is undone.
    Expected<Done> batch(std::function<Expected<BatchOutcome>(Change&)> const& work);
    void progress(std::int64_t done, std::int64_t total) const;
    /// Closes the load: its row and a last event.
    Expected<ImportResult> finish();
    void note(std::string sentence) { result_.notes.push_back(std::move(sentence)); }
    ImportCounts const& counts() const { return result_.counts; }
    ImportOptions const& options() const { return options_; }

  private:
    void put_load(Change& change, ImportCounts const& counts) const;
    Context& context_;
    ImportOptions const& options_;
    domain::events::EventKind const& event_;
    ImportResult result_;
    std::string load_id_;
};

}  // namespace doorstep::usecases::imports
