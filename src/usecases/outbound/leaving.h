#pragma once

#include <string>
#include <vector>

#include "domain/orders/legal_order.h"
#include "domain/outbound/check.h"
#include "storage/legal_orders.h"

namespace doorstep::usecases::outbound {

/// Papers made of many pieces of the file, each checked on its way out. What blocks is taken out of a piece;
/// where that is not enough the piece is left out whole; what may be harmless stays and is listed. Every list
/// holds sentences that say where.
class Leaving {
  public:
    explicit Leaving(domain::outbound::Facts facts) : facts_(std::move(facts)) {}

    /// What was written down, as it may leave. `where`: "Incident 3".
    std::string words(std::string const& written, std::string const& where);
    /// A term: those whom the order protects, and whoever may be named, may stand in one that forbids
    /// contact.
    std::string term(domain::orders::OrderClause const& clause,
                     std::vector<storage::legal_orders::ProtectedPerson> const& protected_people,
                     std::string const& where);

    std::vector<std::string> const& left_out() const { return left_out_; }
    /// To be read before it leaves: what may give somebody away, or be harmless.
    std::vector<std::string> const& to_check() const { return to_check_; }
    /// Names that stand in terms on purpose.
    std::vector<std::string> const& named() const { return named_; }

  private:
    std::string take_out(std::string const& written, std::string const& where,
                         std::vector<domain::outbound::Finding> const& findings,
                         domain::outbound::Facts const& facts);

    domain::outbound::Facts facts_;
    std::vector<std::string> left_out_;
    std::vector<std::string> to_check_;
    std::vector<std::string> named_;
};

}  // namespace doorstep::usecases::outbound
