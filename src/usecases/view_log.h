#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/instant.h"
#include "base/uuid.h"
#include "domain/ids.h"
#include "storage/sql/database.h"

namespace doorstep::usecases {

/// One look at protected data.
struct View {
    Uuid id;
    Instant at;
    AccountId account;
    std::string what;
    std::optional<CaseFileId> case_file;
    std::string subject;
    std::string reason;
};

/// Collects views and writes them in batches from a thread of its own, at most a second late. Nothing is lost
/// on a clean stop; at most a second's views on a crash. When the database is away they wait here, in order.
class ViewLog {
  public:
    explicit ViewLog(storage::sql::Database& database);
    ~ViewLog();
    void add(View view);
    /// Writes what waits, now.
    void flush();

  private:
    void run();
    void write(std::vector<View> const& views);

    storage::sql::Database& database_;
    std::mutex mutex_;
    std::mutex writing_;
    std::condition_variable wake_;
    std::vector<View> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace doorstep::usecases
