#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/orders/entry.h"
#include "storage/legal_orders.h"
#include "usecases/context.h"

/// Who may enter, asked at the door; and an order in brief for those who stand there.
namespace doorstep::usecases::orders {

struct AddPermission {
    std::string reference;
    LegalOrderId id;
    std::string role;
    std::string name;
    std::string reason;
    std::optional<Date> from_on;
    std::optional<Date> until_on;
    std::optional<TimeOfDay> from_time;
    std::optional<TimeOfDay> until_time;
};
/// The list is edited to match the order as made (M-24).
Expected<Done> add_permission(Context& context, AddPermission const& input);
struct RemovePermission {
    std::string reference;
    LegalOrderId id;
    std::string row;
};
Expected<Done> remove_permission(Context& context, RemovePermission const& input);

/// What the page needs to ask, and what was asked before.
struct EntryPage {
    storage::legal_orders::OrderInCase found;
    std::string order_words;  ///< "Closure order"
    struct Role {
        std::string code;
        std::string words;
    };
    std::vector<Role> roles;
    std::vector<domain::orders::EntryPermission> list;
    std::vector<storage::legal_orders::EntryCheck> checks;  ///< newest first
    std::vector<std::string> booked_out;                    ///< of our services, now: sentences
    bool in_force = false;
    bool may_work = false;
};
/// By the order alone, for whoever may see orders in brief on its case.
Expected<EntryPage> view_entry(Context& context, std::string_view order);

struct AskEntry {
    std::string order;
    std::string role;
    std::string name;
    std::optional<Date> on;
    std::optional<TimeOfDay> time;  ///< nothing: now
};
struct EntryVerdict {
    std::string id;  ///< of the question as it was kept
    bool may = false;
    std::string sentence;  ///< "Yes. An emergency worker may enter."
    std::string clause;    ///< the words relied on
    std::string times;     ///< "Until 14 September 2026 at midnight"
    Instant at;
    std::string who;
};
/// Answers and keeps the question with its answer (M-25).
Expected<EntryVerdict> check_entry(Context& context, AskEntry const& input);

struct BriefView {
    storage::legal_orders::OrderInCase found;
    std::string order_words;
    std::string title;  ///< of the case: no names
    std::vector<domain::orders::OrderClause> clauses;
    std::vector<domain::orders::EntryPermission> list;
    std::vector<std::string> role_words;  ///< of each permission
    std::vector<storage::legal_orders::ProtectedPerson> protected_people;
    std::vector<storage::legal_orders::BriefRead> reads;
    std::vector<std::string> booked_out;  ///< of our services, now: sentences
    std::string advice;                   ///< Markdown: what to do, as the landlord words it
    bool in_force = false;
    bool read_by_viewer = false;  ///< this version
    /// What the check before it is handed out took out, found, and let stand on purpose: for those who work
    /// on the order.
    std::vector<std::string> left_out;
    std::vector<std::string> to_check;
    std::vector<std::string> named;
};
/// Looks at protected data: logged.
Expected<BriefView> view_brief(Context& context, std::string_view order);
Expected<Done> mark_brief_read(Context& context, std::string_view order);

}  // namespace doorstep::usecases::orders
