#pragma once

#include <any>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/assert.h"
#include "base/expected.h"
#include "domain/access/permissions.h"
#include "domain/events/detail.h"
#include "domain/events/kinds.h"
#include "storage/events.h"
#include "storage/sql/database.h"
#include "usecases/services.h"

namespace doorstep::usecases {

class Settings;

/// A change under way, inside one write transaction. It may run twice (after a lost race), so nothing here
/// reaches outside the database.
class Change {
  public:
    Change(storage::sql::Write& tx, Services& services, domain::access::Viewer const& viewer, Instant now)
        : tx(tx), now(now), today(london_date(now)), viewer(viewer), services_(services) {}

    storage::sql::Write& tx;
    Instant const now;
    Date const today;
    domain::access::Viewer const& viewer;

    template <class Id>
    Id new_id() {
        return Id(services_.ids.next());
    }
    IdSource& ids() { return services_.ids; }

    /// Appends an event to a case's, report's, account's or settings' chain.
    void record(CaseFileId chain, domain::events::EventKind const& kind, std::string_view subject,
                domain::events::Detail const& detail = {});
    void record(ReportId chain, domain::events::EventKind const& kind, std::string_view subject,
                domain::events::Detail const& detail = {});
    void record(AccountId chain, domain::events::EventKind const& kind,
                domain::events::Detail const& detail = {});
    void record_setting(std::string_view group, domain::events::EventKind const& kind,
                        domain::events::Detail const& detail = {});
    int events_recorded() const { return events_; }

    /// False on a site whose e-mails are only written to a folder.
    bool emails_reach_people() const;

  private:
    void append(storage::events::Chain const& chain, domain::events::EventKind const& kind,
                std::string_view subject, domain::events::Detail const& detail);
    Services& services_;
    int events_ = 0;
};

/// One request, command or job: who asks, the moment it is asked, one snapshot to read from. Every use-case
/// takes it first. Not shared between threads.
class Context {
  public:
    Context(Services& services, domain::access::Viewer viewer)
        : services(services), viewer(std::move(viewer)), now(services.clock.now()), today(london_date(now)) {
        this->viewer.today = today;
    }

    Services& services;
    domain::access::Viewer viewer;
    Instant const now;
    Date const today;

    /// The request's one read transaction, begun at first use.
    storage::sql::Read& read();
    /// Lists, standards and wording as they stood when the request began.
    Settings const& settings();

    /// Runs `work(Change&)` in one write transaction. A change that succeeds without recording an event is a
    /// bug. Afterwards read() sees what was written.
    template <class Work>
    auto change(Work&& work) -> std::invoke_result_t<Work, Change&> {
        snapshot_.reset();
        bool const claims = once && !once_claimed_;
        auto result =
            services.database.write([&](storage::sql::Write& tx) -> std::invoke_result_t<Work, Change&> {
                if (claims && !claim_once(tx)) return refuse(already_done());
                Change change(tx, services, viewer, now);
                auto outcome = work(change);
                if (outcome.has_value()) {
                    DOORSTEP_ASSERT(change.events_recorded() > 0, "a change was made without an event");
                    if (claims && once_answer) keep_answer(tx, std::any(*outcome));
                }
                return outcome;
            });
        if (result.has_value()) once_claimed_ = true;
        return result;
    }

    /// Writes what is no change of a record and so makes no event: unfinished reports, saved as they are
    /// typed. Afterwards read() sees what was written.
    template <class Work>
    auto write_without_event(Work&& work) {
        snapshot_.reset();
        return services.database.write(std::forward<Work>(work));
    }

    /// The key that a creating form or API call carried: the request's first change claims it, so that
    /// pressing twice makes one record. The second press is refused with the code "already-done".
    std::optional<std::string> once;
    /// What was asked with that key, as a hash: a key is for one request only.
    std::string once_fingerprint;
    /// Given the value of the change that claims the key: what a later request with the same key is answered.
    /// It is kept with the change itself. Nothing for a value that is not the answer.
    std::function<std::optional<std::string>(std::any const&)> once_answer;
    void note_result_of_once(std::string_view where);
    /// Where the first press's result is, when it is known.
    std::optional<std::string> result_of_once();

    /// Logs that this viewer saw protected data: "case", "people", "file", "report", "person", "search",
    /// "export".
    void note_view(std::string_view what, std::optional<CaseFileId> file, std::string_view subject,
                   std::string_view reason = {});

    /// Refuses when the table does not allow it at all. Records are decided by open_case and the like.
    Expected<Done> require(domain::access::Action action) const;

  private:
    bool claim_once(storage::sql::Write& tx) const;
    void keep_answer(storage::sql::Write& tx, std::any const& value) const;
    static Refusal already_done();
    std::unique_ptr<storage::sql::Snapshot> snapshot_;
    std::shared_ptr<Settings const> settings_;
    bool once_claimed_ = false;
};

}  // namespace doorstep::usecases
