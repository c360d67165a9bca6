#include "usecases/standards/change_standard.h"

#include <algorithm>

#include "base/text.h"
#include "legal/standards.h"
#include "storage/accounts.h"
#include "usecases/approvals/ask.h"
#include "usecases/settings.h"

namespace doorstep::usecases::standards {

using domain::access::Action;
using domain::events::Detail;
using legal::StandardRow;
using storage::settings::StoredStandard;

namespace {

StandardRow const* row_on(std::vector<StandardRow> const& rows, std::string_view id, std::string_view scope,
                          Date day) {
    for (auto const& row : rows)
        if (row.id == id && row.applies_to == scope && row.is_in_force(day)) return &row;
    return nullptr;
}

/// The row that this proposal would take the place of.
std::optional<StandardRow> replaced_row(legal::Standards const& standards, std::string_view id,
                                        std::string_view scope, Date day) {
    if (auto const* own = row_on(standards.overrides(), id, scope, day)) return *own;
    if (auto const* shipped = row_on(standards.default_rows(), id, scope, day)) return *shipped;
    return std::nullopt;
}

tl::unexpected<Refusal> rows_refused(std::string message) {
    return tl::unexpected<Refusal>(
        Refusal(RefusalKind::unlawful, "standards-contradict", message).with_problem("from", message));
}

/// The landlord's rows as they would be: an own row without an end stops where the new one begins. Refused
/// when days would have two rows, or when days between two own rows would fall back to the one that ships.
Expected<std::vector<StandardRow>> rows_with(std::vector<StandardRow> rows, StandardRow const& added) {
    for (auto& row : rows) {
        bool const is_same = row.id == added.id && row.applies_to == added.applies_to;
        if (!is_same) continue;
        if (!row.in_force_until && row.in_force_from < added.in_force_from)
            row.in_force_until = added.in_force_from;
        auto const gap = [&](StandardRow const& before, StandardRow const& after) {
            return before.in_force_until && *before.in_force_until < after.in_force_from;
        };
        auto const& first = row.in_force_from < added.in_force_from ? row : added;
        auto const& second = row.in_force_from < added.in_force_from ? added : row;
        bool const is_next = std::none_of(rows.begin(), rows.end(), [&](StandardRow const& other) {
            return other.id == added.id && other.applies_to == added.applies_to &&
                   first.in_force_from < other.in_force_from && other.in_force_from < second.in_force_from;
        });
        if (is_next && gap(first, second))
            return rows_refused("There would be a gap: your own standard ends on " +
                                date_words(first.in_force_until->plus_days(-1)) + " and the next begins on " +
                                date_words(second.in_force_from));
    }
    rows.push_back(added);
    if (auto const problems = legal::problems_with(rows); !problems.empty()) {
        bool const overlaps = problems.front().find("overlap") != std::string::npos;
        return rows_refused(overlaps ? "Another change of this standard is in force on some of these days"
                                     : problems.front());
    }
    return rows;
}

StandardRow row_from(StoredStandard const& stored, StandardRow const& pattern) {
    StandardRow row = pattern;
    row.value = static_cast<int>(stored.value);
    row.in_force_from = stored.in_force_from;
    row.in_force_until = stored.in_force_until;
    row.source = "Set by the landlord";
    row.note = stored.reason;
    return row;
}

std::string account_name(storage::sql::Read& tx, std::optional<AccountId> const& id) {
    if (!id) return {};
    auto const account = storage::accounts::find(tx, *id);
    return account ? account->name : std::string();
}

Proposal proposal_of(Context& context, StoredStandard stored) {
    auto const& standards = context.settings().standards();
    Proposal proposal;
    auto const before =
        replaced_row(standards, stored.standard, stored.applies_to, stored.in_force_from.plus_days(-1));
    auto const unit = enum_from_name<legal::Unit>(stored.unit).value_or(legal::Unit::count);
    proposal.title = before ? before->title : stored.standard;
    proposal.value_words = legal::words_for(static_cast<int>(stored.value), unit);
    if (before) proposal.now_words = legal::words_for(before->value, before->unit);
    proposal.proposed_by = account_name(context.read(), stored.proposed_by);
    proposal.decided_by = account_name(context.read(), stored.decided_by);
    proposal.may_decide = stored.state == "proposed" &&
                          context.viewer.account != std::optional(stored.proposed_by) &&
                          domain::access::may(context.viewer, Action::approve_standard);
    proposal.stored = std::move(stored);
    return proposal;
}

bool is_waiting(std::vector<StoredStandard> const& all, std::string_view id, std::string_view scope) {
    return std::any_of(all.begin(), all.end(), [&](StoredStandard const& stored) {
        return stored.state == "proposed" && stored.standard == id && stored.applies_to == scope;
    });
}

}  // namespace

Expected<std::vector<StandardNow>> list_standards(Context& context) {
    if (auto const may = context.require(Action::see_settings); !may) return refuse(may.error());
    auto const& standards = context.settings().standards();
    auto const stored = storage::settings::standards(context.read());
    std::vector<StandardNow> list;
    for (auto const& shipped : standards.default_rows()) {
        if (!shipped.is_in_force(context.today)) continue;
        StandardNow now{.row = shipped, .is_own = false, .next = {}, .has_proposal = false};
        for (auto const& own : standards.overrides()) {
            if (own.id != shipped.id || own.applies_to != shipped.applies_to) continue;
            if (own.is_in_force(context.today)) {
                now.row = own;
                now.is_own = true;
            } else if (own.in_force_from > context.today &&
                       (!now.next || own.in_force_from < now.next->in_force_from)) {
                now.next = own;
            }
        }
        now.has_proposal = is_waiting(stored, shipped.id, shipped.applies_to);
        list.push_back(std::move(now));
    }
    std::stable_sort(list.begin(), list.end(), [](auto const& a, auto const& b) {
        return text::sort_key(a.row.title) < text::sort_key(b.row.title);
    });
    return list;
}

Expected<StandardHistory> view_standard(Context& context, std::string_view id) {
    if (auto const may = context.require(Action::see_settings); !may) return refuse(may.error());
    auto const& standards = context.settings().standards();
    StandardHistory history;
    history.id = std::string(id);
    for (auto const& row : standards.default_rows())
        if (row.id == id) history.shipped.push_back(row);
    if (history.shipped.empty())
        return refuse(RefusalKind::not_found, "standard-unknown", "There is no such standard");
    history.title = history.shipped.front().title;
    for (auto const& row : standards.overrides())
        if (row.id == id) history.own.push_back(row);
    for (auto& stored : storage::settings::standards(context.read()))
        if (stored.standard == id) history.proposals.push_back(proposal_of(context, std::move(stored)));
    std::reverse(history.proposals.begin(), history.proposals.end());
    history.may_propose = domain::access::may(context.viewer, Action::propose_standard);
    return history;
}

Expected<std::vector<Proposal>> waiting_proposals(Context& context) {
    if (auto const may = context.require(Action::see_settings); !may) return refuse(may.error());
    std::vector<Proposal> waiting;
    for (auto& stored : storage::settings::standards(context.read()))
        if (stored.state == "proposed") waiting.push_back(proposal_of(context, std::move(stored)));
    return waiting;
}

Expected<Proposal> view_proposal(Context& context, std::string_view proposal_id) {
    if (auto const may = context.require(Action::see_settings); !may) return refuse(may.error());
    auto stored = storage::settings::find_standard(context.read(), proposal_id);
    if (!stored) return refuse(RefusalKind::not_found, "proposal-unknown", "There is no such proposal");
    return proposal_of(context, std::move(*stored));
}

Expected<Done> propose_standard(Context& context, ProposeStandard const& input) {
    if (auto const may = context.require(Action::propose_standard); !may) return refuse(may.error());
    auto const& standards = context.settings().standards();
    auto const replaced = replaced_row(standards, input.standard, input.applies_to, input.in_force_from);
    if (!replaced) return refuse(RefusalKind::not_found, "standard-unknown", "There is no such standard");
    if (input.in_force_from <= context.today)
        return refuse_field("standard-past", "from",
                            "The first day must be tomorrow or later: what has been is judged by the promise "
                            "of its day");
    if (input.in_force_until && *input.in_force_until <= input.in_force_from)
        return refuse_field("standard-backwards", "last-day",
                            "The last day must be on or after the first day");
    StoredStandard stored;
    stored.id = std::string(context.services.ids.next().text());
    stored.standard = input.standard;
    stored.applies_to = input.applies_to;
    stored.value = input.value;
    stored.unit = std::string(name_of(replaced->unit));
    if (replaced->counting) stored.counting = std::string(name_of(*replaced->counting));
    stored.in_force_from = input.in_force_from;
    stored.in_force_until = input.in_force_until;
    stored.reason = input.reason;
    stored.state = "proposed";
    auto const row = row_from(stored, *replaced);
    if (auto const alone = legal::problems_with({row}); !alone.empty())
        return refuse_field("standard-wrong", "value", "Enter a value that this standard can have");
    if (auto const rows = rows_with(standards.overrides(), row); !rows) return refuse(rows.error());

    return context.change([&](Change& change) -> Expected<Done> {
        if (is_waiting(storage::settings::standards(change.tx), input.standard, input.applies_to))
            return refuse(RefusalKind::unlawful, "proposal-waiting",
                          "Another change of this standard is waiting to be approved");
        stored.proposed_by = change.viewer.account.value_or(AccountId{});
        stored.proposed_at = change.now;
        storage::settings::insert(change.tx, stored);
        approvals::ask_about_site(
            change,
            {.kind = domain::approvals::Kind::standard, .subject = stored.id, .reason = input.reason});
        change.record_setting("standards", domain::events::standard_proposed,
                              Detail()
                                  .set("standard", input.standard)
                                  .set("applies_to", input.applies_to)
                                  .set("value", input.value)
                                  .set("from", input.in_force_from)
                                  .set("reason", input.reason));
        return Done{};
    });
}

Expected<Done> carry_out_standard(Change& change, Settings const& settings, std::string_view proposal_id,
                                  StandardDecision decision) {
    if (!domain::access::may(change.viewer, Action::approve_standard))
        return refuse(RefusalKind::forbidden, "not-allowed", "You cannot approve standards");
    auto const& standards = settings.standards();
    auto const stored = storage::settings::find_standard(change.tx, proposal_id);
    if (!stored) return refuse(RefusalKind::not_found, "proposal-unknown", "There is no such proposal");
    if (change.viewer.account == std::optional(stored->proposed_by))
        return refuse(RefusalKind::unlawful, "own-proposal",
                      "You proposed this: somebody else has to decide");
    bool const approves = decision == StandardDecision::approve;
    if (approves) {
        auto const replaced =
            replaced_row(standards, stored->standard, stored->applies_to, stored->in_force_from);
        if (!replaced || stored->in_force_from <= change.today)
            return refuse(RefusalKind::unlawful, "standard-past",
                          "Its first day has come. Refuse it, and propose it again from a later day");
        auto const rows = rows_with(standards.overrides(), row_from(*stored, *replaced));
        if (!rows) return refuse(rows.error());
        storage::settings::end_open_standard(change.tx, stored->standard, stored->applies_to,
                                             stored->in_force_from);
    }
    auto const by = change.viewer.account.value_or(AccountId{});
    if (!storage::settings::decide_standard(change.tx, proposal_id, approves ? "approved" : "refused", by,
                                            change.now))
        return refuse(RefusalKind::conflict, "already-decided", "Somebody decided this already");
    mark_settings_changed(change.tx, change.now);
    change.record_setting("standards", domain::events::standard_decided,
                          Detail()
                              .set("standard", stored->standard)
                              .set("applies_to", stored->applies_to)
                              .set("value", stored->value)
                              .set("from", stored->in_force_from)
                              .set("decision", decision));
    return Done{};
}

Expected<Done> decide_standard(Context& context, std::string_view proposal_id, StandardDecision decision) {
    if (auto const may = context.require(Action::approve_standard); !may) return refuse(may.error());
    auto const& settings = context.settings();
    auto const done = context.change([&](Change& change) -> Expected<Done> {
        auto decided = carry_out_standard(change, settings, proposal_id, decision);
        using domain::approvals::Decision;
        if (decided)
            approvals::decided_elsewhere(
                change, domain::approvals::Kind::standard, proposal_id,
                decision == StandardDecision::approve ? Decision::approved : Decision::sent_back);
        return decided;
    });
    if (done) context.services.settings.reload();
    return done;
}

}  // namespace doorstep::usecases::standards
