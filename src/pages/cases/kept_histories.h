#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "html/html.h"

namespace doorstep::pages::cases {

/// Chronologies as markup, kept while they stand as they did: each under its address, with the mark of what
/// it was made from (usecases::cases::CaseView::timeline_mark). The ones not asked for longest go when there
/// are too many. Safe for several threads.
class KeptHistories {
  public:
    struct History {
        std::string mark;
        Html markup;
        std::optional<std::int64_t> older;  ///< for the link to older events
    };

    explicit KeptHistories(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    /// Nothing when it is not kept.
    std::shared_ptr<History const> find(std::string const& address);
    std::shared_ptr<History const> keep(std::string const& address, History history);

  private:
    struct Entry {
        std::string address;
        std::shared_ptr<History const> history;
    };
    using Entries = std::list<Entry>;

    void drop(Entries::iterator entry);
    static std::size_t bytes_of(Entry const& entry);

    std::size_t const most_bytes_;
    std::mutex mutex_;
    std::size_t bytes_ = 0;
    Entries newest_first_;
    std::unordered_map<std::string_view, Entries::iterator> by_address_;
};

}  // namespace doorstep::pages::cases
