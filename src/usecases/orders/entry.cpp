#include "usecases/orders/entry.h"

#include <algorithm>

#include "base/text.h"
#include "domain/messages/letters.h"
#include "storage/people.h"
#include "usecases/cases/open_case.h"
#include "usecases/orders/open_action.h"
#include "usecases/outbound/facts.h"
#include "usecases/outbound/leaving.h"
#include "usecases/people/exclusions.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::access::Action;
using domain::orders::EntryAnswer;
using domain::orders::EntryFinding;
using domain::orders::EntryPermission;
using domain::orders::EntryQuestion;
using domain::orders::EntryReason;
using domain::orders::LegalOrder;

namespace {

Refusal no_such_order_here() {
    return Refusal(RefusalKind::not_found, "order-not-found", "There is no such order that you can see");
}

/// An order by its own id, through its case's own gate.
Expected<OpenedOrder> open_order_by_id(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                       std::string_view id) {
    if (!domain::access::may(viewer, Action::see_order))
        return refuse(RefusalKind::forbidden, "not-allowed",
                      "Your role does not allow this: ask your manager for access");
    auto const order = LegalOrderId::parse(id);
    if (!order) return refuse(no_such_order_here());
    auto const found = storage::legal_orders::find_in_case(tx, *order);
    if (!found) return refuse(no_such_order_here());
    auto opened = open_order(tx, viewer, found->case_reference, *order, Action::see_order);
    if (!opened) return refuse(no_such_order_here());
    return opened;
}

std::string who_words(Settings const& settings, AskEntry const& input) {
    auto const role = std::string(settings.list("entry-roles").label(input.role));
    return input.name.empty() ? role : input.name + " (" + text::lower_ascii(role) + ")";
}

std::string permission_words(Settings const& settings, EntryPermission const& permission) {
    auto words = permission.name.empty() ? std::string(settings.list("entry-roles").label(permission.role))
                                         : permission.name;
    if (permission.from_time && permission.until_time)
        words += ", from " + permission.from_time->words() + " to " + permission.until_time->words();
    if (permission.from_on) words += ", from " + date_words(*permission.from_on);
    if (permission.until_on) words += ", until " + date_words(*permission.until_on);
    if (!permission.reason.empty()) words += ". " + permission.reason;
    return words;
}

/// What is relied on, in words for whoever stands at the door.
std::string clause_words(Settings const& settings, OpenedOrder const& opened, EntryFinding const& finding) {
    auto const order = order_words(*opened.kind, opened.found.order.form);
    switch (finding.reason) {
        case EntryReason::not_yet:
            return order + ": it begins later";
        case EntryReason::no_longer:
            return order + ": it has ended";
        case EntryReason::on_the_list:
            return order + ", on the list: " + permission_words(settings, *finding.permission);
        case EntryReason::other_times:
            return order +
                   ", on the list at other times only: " + permission_words(settings, *finding.permission);
        case EntryReason::full:
            return order + ", full: nobody may enter, the tenant included";
        case EntryReason::not_listed:
            return order + ": nobody may enter but those on its list";
    }
    return order;
}

std::string times_words(EntryFinding const& finding) {
    switch (finding.reason) {
        case EntryReason::not_yet:
            return "The order is in force from " + instant_words(*finding.until);
        case EntryReason::no_longer:
            return "The order was in force until " + instant_words(*finding.from);
        default:
            break;
    }
    return finding.until ? "Until " + instant_words(*finding.until) : "Until further order";
}

/// Reception has to know it beside the order (M-61). Why stays on the case.
std::vector<std::string> booked_out_words(Context& context, CaseFileId file) {
    std::vector<std::string> words;
    for (auto const& line :
         people::exclusions_of_case(context.read(), context.settings(), file, context.today)) {
        if (!line.in_force || !line.complained_about) continue;
        auto sentence = line.person_name + ": booked out of " + line.service_words + " since " +
                        date_words(line.exclusion.from_on);
        if (line.exclusion.until_on) sentence += ", until " + date_words(*line.exclusion.until_on);
        words.push_back(std::move(sentence));
    }
    return words;
}

}  // namespace

Expected<Done> add_permission(Context& context, AddPermission const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_order_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        auto const list = storage::legal_orders::permissions(change.tx, input.id);
        EntryPermission permission{.id = std::string(change.ids().next().text()),
                                   .order = input.id,
                                   .position = list.empty() ? 1 : list.back().position + 1,
                                   .role = input.role,
                                   .name = std::string(text::trim(input.name)),
                                   .reason = input.reason,
                                   .from_on = input.from_on,
                                   .until_on = input.until_on,
                                   .from_time = input.from_time,
                                   .until_time = input.until_time};
        // One time alone counts from, or to, midnight.
        if (permission.from_time && !permission.until_time) permission.until_time = TimeOfDay{0, 0};
        if (permission.until_time && !permission.from_time) permission.from_time = TimeOfDay{0, 0};
        auto const& order = opened->order();
        if (auto checked = domain::orders::check_permission(permission, order); !checked) return checked;
        auto const* role = settings.list("entry-roles").find(input.role, order.made_on);
        if (!role) return refuse_field("role-unknown", "role", "Select who may enter");
        storage::legal_orders::insert(change.tx, permission);
        domain::events::Detail detail;
        detail.set("order", order_words(*opened->kind, order.form)).set("entry", "Let in: " + role->label);
        if (!permission.name.empty()) detail.personal("name", permission.name);
        change.record(opened->file.id, domain::events::order_changed, order.id.text(),
                      detail.personal("reason", permission.reason));
        return Done{};
    });
}

Expected<Done> remove_permission(Context& context, RemovePermission const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_order_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        for (auto const& permission : storage::legal_orders::permissions(change.tx, input.id)) {
            if (permission.id != input.row) continue;
            storage::legal_orders::remove_permission(change.tx, input.id, input.row);
            domain::events::Detail detail;
            detail.set("order", order_words(*opened->kind, opened->order().form))
                .set("entry", "Taken off the list: " +
                                  std::string(settings.list("entry-roles").label(permission.role)));
            if (!permission.name.empty()) detail.personal("name", permission.name);
            change.record(opened->file.id, domain::events::order_changed, input.id.text(), detail);
            return Done{};
        }
        return refuse(RefusalKind::conflict, "row-gone", "They are not on the list any more");
    });
}

Expected<EntryPage> view_entry(Context& context, std::string_view order) {
    auto opened = open_order_by_id(context.read(), context.viewer, order);
    if (!opened) return refuse(opened.error());
    EntryPage page;
    page.order_words = order_words(*opened->kind, opened->found.order.form);
    auto const id = opened->found.order.id;
    page.list = storage::legal_orders::permissions(context.read(), id);
    page.checks = storage::legal_orders::entry_checks(context.read(), id, 10);
    for (auto const* role : context.settings().list("entry-roles").in_use(context.today))
        page.roles.push_back({role->code, role->label});
    page.in_force = opened->found.order.is_in_force(context.now);
    page.booked_out = booked_out_words(context, opened->file.id);
    page.may_work = domain::access::may(context.viewer, Action::work_order);
    page.found = std::move(opened->found);
    return page;
}

Expected<EntryVerdict> check_entry(Context& context, AskEntry const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<EntryVerdict> {
        auto opened = open_order_by_id(change.tx, change.viewer, input.order);
        if (!opened) return refuse(opened.error());
        if (!settings.list("entry-roles").find(input.role, change.today))
            return refuse_field("role-unknown", "role", "Select who wants to enter");
        auto at = change.now;
        if (input.on || input.time)
            at =
                london_instant(input.on.value_or(change.today), input.time.value_or(london_time(change.now)));
        auto const& order = opened->found.order;
        auto const list = storage::legal_orders::permissions(change.tx, order.id);
        auto const finding = domain::orders::may_enter(
            order, list, EntryQuestion{.role = input.role, .name = input.name, .at = at});
        EntryVerdict verdict;
        verdict.id = std::string(change.ids().next().text());
        verdict.may = finding.answer == EntryAnswer::may;
        verdict.at = at;
        verdict.who = who_words(settings, input);
        verdict.sentence = verdict.may ? "Yes: they may enter" : "No: they may not enter";
        verdict.clause = clause_words(settings, *opened, finding);
        verdict.times = times_words(finding);
        storage::legal_orders::insert(
            change.tx,
            storage::legal_orders::EntryCheck{
                .id = verdict.id,
                .order = order.id,
                .role = input.role,
                .name = input.name,
                .asked_about = at,
                .may_enter = verdict.may,
                .reason = verdict.clause + ". " + verdict.times,
                .permission = finding.permission ? std::optional(finding.permission->id) : std::nullopt,
                .checked_by = change.viewer.account,
                .checked_at = change.now,
                .checked_by_name = ""});
        domain::events::Detail detail;
        detail.set("order", order_words(*opened->kind, order.form))
            .set("entry", verdict.may ? "May enter" : "May not enter")
            .set("hearing", instant_words(at));
        if (!input.name.empty()) detail.personal("name", input.name);
        change.record(opened->file.id, domain::events::entry_checked, order.id.text(),
                      detail.set("legal_step", settings.list("entry-roles").label(input.role)));
        return verdict;
    });
}

Expected<BriefView> view_brief(Context& context, std::string_view order) {
    auto& tx = context.read();
    auto opened = open_order_by_id(tx, context.viewer, order);
    if (!opened) return refuse(opened.error());
    auto const id = opened->found.order.id;
    BriefView view;
    view.order_words = order_words(*opened->kind, opened->found.order.form);
    view.title = opened->file.title;
    view.clauses = storage::legal_orders::clauses(tx, id);
    std::erase_if(view.clauses, [](auto const& clause) { return clause.struck; });
    view.list = storage::legal_orders::permissions(tx, id);
    view.protected_people = storage::legal_orders::protected_people(tx, id);
    // A copy at reception is read by more people than the file is.
    outbound::Leaving leaving(
        outbound::facts_for_court(tx, storage::people::people_of_case(tx, opened->file.id)));
    for (auto& clause : view.clauses)
        clause.words =
            leaving.term(clause, view.protected_people, "Clause " + std::to_string(clause.position));
    for (auto const& permission : view.list)
        view.role_words.push_back(
            leaving.words(permission_words(context.settings(), permission), "Who may enter"));
    for (auto& person : view.protected_people)
        person.note = leaving.words(person.note, "What is noted of " + person.name);
    if (domain::access::may(context.viewer, Action::work_order)) {
        view.left_out = leaving.left_out();
        view.to_check = leaving.to_check();
        view.named = leaving.named();
    }
    view.reads = storage::legal_orders::brief_reads(tx, id);
    view.booked_out = booked_out_words(context, opened->file.id);
    view.in_force = opened->found.order.is_in_force(context.now);
    bool const may_arrest = std::any_of(view.clauses.begin(), view.clauses.end(),
                                        [](auto const& clause) { return clause.power_of_arrest; });
    namespace wordings = domain::messages::letters;
    view.advice = context.settings()
                      .wording(opened->found.order.scope ? wordings::brief_closure
                               : may_arrest              ? wordings::brief_arrest
                                                         : wordings::brief_civil,
                               "en", context.today)
                      .body;
    for (auto const& read : view.reads)
        if (context.viewer.account == read.account && read.order_version == opened->found.order.version)
            view.read_by_viewer = true;
    context.note_view("people", opened->file.id, id.text());
    view.found = std::move(opened->found);
    return view;
}

Expected<Done> mark_brief_read(Context& context, std::string_view order) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_order_by_id(change.tx, change.viewer, order);
        if (!opened) return refuse(opened.error());
        if (!change.viewer.account)
            return refuse(RefusalKind::forbidden, "not-allowed", "Only a person can read it");
        auto const& found = opened->found.order;
        if (!storage::legal_orders::put_brief_read(change.tx, found.id, *change.viewer.account, found.version,
                                                   change.now))
            return refuse(RefusalKind::conflict, "read-already", "You marked this as read before");
        change.record(opened->file.id, domain::events::order_brief_read, found.id.text(),
                      domain::events::Detail()
                          .set("order", order_words(*opened->kind, found.form))
                          .set("account_name", change.viewer.name));
        return Done{};
    });
}

}  // namespace doorstep::usecases::orders
