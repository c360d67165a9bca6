#include "pages/cases/kept_histories.h"

namespace doorstep::pages::cases {

std::shared_ptr<KeptHistories::History const> KeptHistories::find(std::string const& address) {
    std::lock_guard const lock(mutex_);
    auto const found = by_address_.find(address);
    if (found == by_address_.end()) return nullptr;
    newest_first_.splice(newest_first_.begin(), newest_first_, found->second);
    return found->second->history;
}

std::shared_ptr<KeptHistories::History const> KeptHistories::keep(std::string const& address,
                                                                  History history) {
    auto kept = std::make_shared<History const>(std::move(history));
    std::lock_guard const lock(mutex_);
    if (auto const before = by_address_.find(address); before != by_address_.end()) drop(before->second);
    newest_first_.push_front({address, kept});
    by_address_.emplace(newest_first_.front().address, newest_first_.begin());
    bytes_ += bytes_of(newest_first_.front());
    while (bytes_ > most_bytes_) drop(std::prev(newest_first_.end()));
    return kept;
}

void KeptHistories::drop(Entries::iterator entry) {
    bytes_ -= bytes_of(*entry);
    by_address_.erase(entry->address);
    newest_first_.erase(entry);
}

std::size_t KeptHistories::bytes_of(Entry const& entry) {
    return entry.address.size() + entry.history->mark.size() + entry.history->markup.markup().size() + 256;
}

}  // namespace doorstep::pages::cases
