#include "usecases/orders/view_orders.h"

#include <algorithm>

#include "base/text.h"
#include "gateways/zone.h"
#include "legal/legal_actions.h"
#include "storage/people.h"
#include "storage/places.h"
#include "storage/respite.h"
#include "usecases/cases/who_may.h"
#include "usecases/orders/conditions.h"
#include "usecases/orders/open_action.h"
#include "usecases/orders/provisions.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::access::Action;
using domain::orders::ActionKind;
using domain::orders::LegalOrder;
using domain::orders::OrderForm;
using domain::orders::Scope;

namespace {

std::string listed_order_words(ActionKind const& kind, storage::legal_actions::ListedAction const& listed) {
    auto const form = enum_from_name<OrderForm>(listed.order_form);
    if (!form) return {};
    auto words = order_words(kind, *form);
    if (auto const scope = enum_from_name<Scope>(listed.order_scope))
        words += *scope == Scope::full ? ", full" : ", partial";
    return words;
}

LegalOrder listed_order(storage::legal_actions::ListedAction const& listed) {
    LegalOrder order;
    order.from_at = listed.order_from_at.value_or(Instant{});
    order.until_at = listed.order_until_at;
    order.ended_at = listed.order_ended_at;
    return order;
}

std::string state_words(storage::legal_actions::ListedAction const& listed, LegalOrder const& order,
                        Instant now) {
    if (order.is_in_force(now)) {
        if (!listed.order_until_on) return "In force until further order";
        auto const form = enum_from_name<OrderForm>(listed.order_form);
        return "In force until " + (form == OrderForm::notice && order.until_at
                                        ? instant_words(*order.until_at)
                                        : date_words(*listed.order_until_on));
    }
    if (auto const stopped = order.stops_at(); stopped && *stopped <= now)
        return "Ended " + date_words(london_date(stopped->plus_milliseconds(-1)));
    return "Not in force yet";
}

std::string list_words(Settings const& settings, domain::orders::EntryPermission const& permission) {
    auto words = permission.name.empty()
                     ? std::string(settings.list("entry-roles").label(permission.role))
                     : permission.name + " (" +
                           text::lower_ascii(settings.list("entry-roles").label(permission.role)) + ")";
    if (permission.from_time && permission.until_time)
        words += ", from " + permission.from_time->words() + " to " + permission.until_time->words();
    if (permission.from_on) words += ", from " + date_words(*permission.from_on);
    if (permission.until_on) words += ", until " + date_words(*permission.until_on);
    return words;
}

/// The last day with every extension, as the law stood when the order was made.
std::optional<Date> cap_of(Settings const& settings, ActionKind const& kind, LegalOrder const& order) {
    if (kind.code != "closure" || order.form == OrderForm::notice) return std::nullopt;
    auto const answer = settings.law().term({.kind = std::string(provisions::closure_total_term),
                                             .made = order.made_on,
                                             .until = order.until_on,
                                             .previous_until = {},
                                             .age = {}});
    return answer ? answer->latest : std::nullopt;
}

/// An order of a case that is open for a page or a form already.
struct OrderOfPage {
    storage::legal_orders::OrderInCase found;
    ActionKind const* kind = nullptr;
};
Expected<OrderOfPage> order_of_page(storage::sql::Read& tx, cases::CaseForPage const& opened,
                                    std::string_view id) {
    auto const order = LegalOrderId::parse(id);
    auto found = order ? storage::legal_orders::find_in_case(tx, *order) : std::nullopt;
    auto const* kind = found ? legal::find_legal_action(found->kind) : nullptr;
    if (!kind || found->order.case_file != opened.file.id)
        return refuse(RefusalKind::not_found, "order-not-found", "There is no such order of this case");
    return OrderOfPage{std::move(*found), kind};
}

}  // namespace

domain::orders::StepDone const* ActionView::record_of(std::string_view code) const {
    for (auto const& record : done)
        if (record.code == code) return &record;
    return nullptr;
}

domain::orders::Hearing const* ActionView::hearing(std::string_view id) const {
    for (auto const& one : hearings)
        if (one.id.text() == id) return &one;
    return nullptr;
}

Expected<OrdersView> view_orders(Context& context, std::string_view reference, int page) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    OrdersView view;
    view.total = storage::legal_actions::count_of_case(tx, opened->file.id);
    view.pages = std::max(1, (view.total + actions_a_page - 1) / actions_a_page);
    view.page = std::clamp(page, 1, view.pages);
    for (auto& listed : storage::legal_actions::of_case(tx, opened->file.id, actions_a_page,
                                                        (view.page - 1) * actions_a_page)) {
        auto const* kind = legal::find_legal_action(listed.kind);
        if (!kind) continue;
        OrdersView::Line line{
            .listed = std::move(listed), .kind = kind, .order_words = "", .order_state = ""};
        if (line.listed.order) {
            auto const order = listed_order(line.listed);
            line.order_words = listed_order_words(*kind, line.listed);
            line.order_state = state_words(line.listed, order, context.now);
            line.in_force = order.is_in_force(context.now);
        }
        view.lines.push_back(std::move(line));
    }
    view.deadlines = storage::legal_actions::open_deadlines_of_case(tx, opened->file.id);
    std::erase_if(view.deadlines, [&](auto const& deadline) {
        return deadline.is_window() && deadline.due_on < context.today;
    });
    view.may_work_order =
        !opened->header.is_closed() && domain::access::may(context.viewer, Action::work_order);
    context.note_view("people", opened->file.id, opened->file.id.text());
    view.header = std::move(opened->header);
    return view;
}

Expected<KindsView> view_kinds(Context& context, std::string_view reference) {
    auto opened = cases::open_case_for_form(context, reference, Action::work_order);
    if (!opened) return refuse(opened.error());
    KindsView view{.header = std::move(opened->header), .choices = {}};
    for (auto const& kind : legal::legal_actions())
        view.choices.push_back(
            {&kind, who_may_use(context.settings(), kind, context.settings().site().body, context.today)});
    return view;
}

Expected<StartView> view_start(Context& context, std::string_view reference, std::string_view kind) {
    auto opened = cases::open_case_for_form(context, reference, Action::work_order);
    if (!opened) return refuse(opened.error());
    auto const* found = legal::find_legal_action(kind);
    if (!found) return refuse(RefusalKind::not_found, "action-kind-unknown", "There is no such legal action");
    StartView view;
    view.kind = found;
    view.ours = who_may_use(context.settings(), *found, context.settings().site().body, context.today);
    view.bodies = applicant_bodies(context.settings());
    view.place = opened->file.place_text;
    auto people = storage::people::people_of_case(context.read(), opened->file.id);
    std::stable_partition(people.begin(), people.end(), [](auto const& entry) {
        return entry.part.side == domain::people::Side::complained_about;
    });
    for (auto const& entry : people) {
        if (entry.part.left_on || entry.part.side == domain::people::Side::reporting) continue;
        auto name = entry.person ? entry.person->name : entry.part.description;
        if (name.empty()) name = "Unknown person";
        view.people.emplace_back(entry.part.id, name + ", " + text::lower_ascii(words_of(entry.part.part)));
    }
    context.note_view("people", opened->file.id, opened->file.id.text());
    view.header = std::move(opened->header);
    return view;
}

Expected<ActionView> view_action(Context& context, std::string_view reference, std::string_view id) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    auto const no_such = [] {
        return refuse(RefusalKind::not_found, "action-not-found",
                      "There is no such legal action of this case");
    };
    auto const action_id = LegalActionId::parse(id);
    if (!action_id) return no_such();
    auto named = storage::legal_actions::find(tx, *action_id);
    if (!named || named->action.case_file != opened->file.id) return no_such();
    ActionView view;
    view.kind = legal::find_legal_action(named->action.kind);
    if (!view.kind) return no_such();
    view.named = std::move(*named);
    auto const& action = view.named.action;
    view.body_words = context.settings().law().body_title(action.applicant_body);
    view.done = storage::legal_actions::steps(tx, action.id);
    view.orders = storage::legal_orders::of_action(tx, action.id);
    view.hearings = storage::legal_actions::hearings(tx, action.id);
    view.services = storage::legal_actions::services(tx, action.id);
    view.deadlines = storage::legal_actions::deadlines(tx, action.id);
    view.steps = domain::orders::standing_of(*view.kind, view.done,
                                             facts_of(action, view.orders, view.hearings, view.services));
    if (view.kind->code == "possession")
        view.conditions = find_conditions(tx, context.settings(), opened->file.id, context.now);
    view.may_change = !opened->header.is_closed() && !action.is_over() &&
                      domain::access::may(context.viewer, Action::work_order);
    view.may_pass_gate = domain::access::may(context.viewer, Action::pass_gate);
    context.note_view("people", opened->file.id, action.id.text());
    view.header = std::move(opened->header);
    return view;
}

Expected<OrderView> view_order(Context& context, std::string_view reference, std::string_view id) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    auto of_page = order_of_page(tx, *opened, id);
    if (!of_page) return refuse(of_page.error());
    auto* const found = &of_page->found;
    auto const order_id = found->order.id;
    OrderView view;
    view.kind = of_page->kind;
    view.words = order_words(*view.kind, found->order.form);
    if (view.kind->has_clauses) view.clauses = storage::legal_orders::clauses(tx, order_id);
    if (view.kind->full_or_partial) view.list = storage::legal_orders::permissions(tx, order_id);
    for (auto const& permission : view.list)
        view.list_words.push_back(list_words(context.settings(), permission));
    view.extensions = storage::legal_orders::extensions(tx, order_id);
    view.breaches = storage::legal_orders::breaches(tx, order_id);
    view.rules = storage::legal_actions::rules_used(tx, order_id.text());
    view.cap = cap_of(context.settings(), *view.kind, found->order);
    if (view.kind->code == "closure" && found->order.form != domain::orders::OrderForm::notice) {
        auto const stops = found->order.stops_at();
        if (auto const times = domain::orders::respite_times(
                found->order.made_on, stops ? std::optional(london_date(*stops)) : std::nullopt,
                context.today))
            view.respite = {*times, storage::respite::count(tx, opened->file.id, *times)};
    }
    view.in_force = found->order.is_in_force(context.now);
    view.may_change = !opened->header.is_closed() && domain::access::may(context.viewer, Action::work_order);
    context.note_view("people", opened->file.id, order_id.text());
    view.found = std::move(*found);
    view.header = std::move(opened->header);
    return view;
}

namespace {

/// Half as much again around the zone, so that what lies just outside it is seen.
void add_plan(storage::sql::Read& tx, ClauseView& view, domain::orders::OrderClause const& clause) {
    ClauseView::Plan plan;
    plan.corners = gateways::zone_corners(clause.zone);
    double const reach = clause.zone_radius.value_or(0);
    storage::legal_orders::ZoneBox box{1e9, 1e9, -1e9, -1e9};
    for (auto const& corner : plan.corners) {
        box.west = std::min(box.west, corner.easting - reach);
        box.east = std::max(box.east, corner.easting + reach);
        box.south = std::min(box.south, corner.northing - reach);
        box.north = std::max(box.north, corner.northing + reach);
    }
    plan.metres = std::max({box.east - box.west, box.north - box.south, 20.0}) * 1.5;
    plan.west = (box.west + box.east - plan.metres) / 2;
    plan.north = (box.south + box.north + plan.metres) / 2;
    for (auto& address : storage::legal_orders::addresses_within(
             tx, {plan.west, plan.north - plan.metres, plan.west + plan.metres, plan.north})) {
        bool const inside = gateways::metres_from_zone(clause.zone, clause.zone_radius,
                                                       {address.easting, address.northing}) <= 0;
        (inside ? view.inside : plan.outside).push_back(std::move(address));
    }
    view.plan = std::move(plan);
}

}  // namespace

Expected<ClauseView> view_clause(Context& context, std::string_view reference, std::string_view order,
                                 std::string_view clause) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    auto const of_page = order_of_page(tx, *opened, order);
    if (!of_page) return refuse(of_page.error());
    auto const order_id = of_page->found.order.id;
    for (auto& one : storage::legal_orders::clauses(tx, order_id)) {
        if (one.id.text() != clause) continue;
        ClauseView view;
        view.order = order_id;
        view.words = order_words(*of_page->kind, of_page->found.order.form);
        if (!one.zone.empty()) add_plan(tx, view, one);
        for (auto const& code : one.conduct) {
            auto const label = std::string(context.settings().list("categories").label(code));
            view.conduct += view.conduct.empty() ? label : ", " + text::lower_ascii(label);
        }
        view.clause = std::move(one);
        view.may_change =
            !opened->header.is_closed() && domain::access::may(context.viewer, Action::work_order);
        view.header = std::move(opened->header);
        return view;
    }
    return refuse(RefusalKind::not_found, "clause-unknown", "There is no such clause");
}

namespace {

void add_surroundings(storage::sql::Read& tx, OrderFormView& view, AddressId address) {
    auto const home = storage::places::find_address(tx, address);
    if (!home || !home->position) return;
    // A quarter of an hour's walk: wide enough for most zones, and homes are still told apart.
    constexpr double side = 1'200;
    OrderFormView::Surroundings around;
    around.metres = side;
    around.west = home->position->easting - side / 2;
    around.north = home->position->northing + side / 2;
    around.homes = storage::legal_orders::addresses_within(
        tx, {around.west, around.north - side, around.west + side, around.north});
    view.surroundings = std::move(around);
}

}  // namespace

Expected<OrderFormView> view_order_form(Context& context, std::string_view reference, std::string_view id) {
    auto opened = cases::open_case_for_form(context, reference, Action::work_order);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    auto of_page = order_of_page(tx, *opened, id);
    if (!of_page) return refuse(of_page.error());
    auto* const found = &of_page->found;
    auto const order_id = found->order.id;
    OrderFormView view;
    view.kind = of_page->kind;
    view.words = order_words(*view.kind, found->order.form);
    for (auto const& account : cases::who_may(tx, opened->file, Action::work_case))
        view.owners.emplace_back(account.id, account.name);
    for (auto const* role : context.settings().list("entry-roles").in_use(context.today))
        view.roles.emplace_back(role->code, role->label);
    for (auto const* kind : context.settings().list("categories").in_use(found->order.made_on))
        view.categories.emplace_back(kind->code, kind->label);
    if (view.kind->has_clauses) view.clauses = storage::legal_orders::clauses(tx, order_id);
    if (view.kind->has_exclusion_zone && opened->file.address)
        add_surroundings(tx, view, *opened->file.address);
    view.protected_people = storage::legal_orders::protected_people(tx, order_id);
    context.note_view("people", opened->file.id, order_id.text());
    view.found = std::move(*found);
    view.header = std::move(opened->header);
    return view;
}

}  // namespace doorstep::usecases::orders
