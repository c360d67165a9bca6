#pragma once

#include "domain/events/detail.h"
#include "domain/events/kinds.h"
#include "storage/whole_chains.h"
#include "usecases/demo/world.h"

namespace doorstep::usecases::demo {

/// Who did something: somebody of the staff, a resident without an account, or the program.
struct Doer {
    domain::accounts::Account const* account = nullptr;
    std::string_view name;
    domain::access::Door door = domain::access::Door::web;

    static Doer resident() { return {}; }
    static Doer program() { return {nullptr, "Doorstep", domain::access::Door::job}; }
    static Doer staff(Employee const& employee) { return {&employee.account, employee.account.name}; }
    std::optional<AccountId> id() const { return account ? std::optional(account->id) : std::nullopt; }
};

/// The chain of one record as it grows.
class Journal {
  public:
    Journal(storage::events::ChainKind kind, std::string_view id) : chain_{{kind, std::string(id)}, {}, {}} {}

    void record(Instant at, Doer const& by, domain::events::EventKind const& kind, std::string_view subject,
                domain::events::Detail const& detail = {}) {
        chain_.events.push_back({.at = at,
                                 .kind = kind.name,
                                 .actor = by.id(),
                                 .actor_name = std::string(by.name),
                                 .door = by.door,
                                 .subject = std::string(subject),
                                 .detail = detail.json()});
    }
    storage::events::WholeChain sealed() && {
        storage::events::seal(chain_);
        return std::move(chain_);
    }

  private:
    storage::events::WholeChain chain_;
};

}  // namespace doorstep::usecases::demo
