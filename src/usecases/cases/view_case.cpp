#include "usecases/cases/view_case.h"

#include <algorithm>
#include <limits>

#include "domain/reviews/complaints.h"
#include "legal/calendar.h"
#include "legal/standard_ids.h"
#include "storage/markers.h"
#include "usecases/cases/open_case.h"
#include "usecases/orders/order_alerts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::cases {

using domain::access::Action;
using domain::people::Part;

namespace {

std::vector<std::string> kinds_of(std::optional<domain::events::Group> group) {
    std::vector<std::string> names;
    if (!group) return names;
    for (auto const& kind : domain::events::all_kinds())
        if (kind.group == *group) names.emplace_back(kind.name);
    return names;
}

std::string name_of_person(storage::people::PersonOnCase const& entry) {
    return entry.person ? entry.person->name : entry.part.description;
}

TimelineNames names_of(CaseView const& view) {
    TimelineNames names;
    for (auto const& entry : view.people)
        names.emplace_back(std::string(entry.part.id.text()), name_of_person(entry));
    if (view.file.owner) names.emplace_back(std::string(view.file.owner->text()), view.labels.owner_name);
    if (view.file.housing_officer)
        names.emplace_back(std::string(view.file.housing_officer->text()), view.labels.housing_officer_name);
    // Only those this viewer may see have a reference here.
    for (auto const& link : view.links) names.emplace_back(std::string(link.id.text()), link.reference);
    return names;
}

/// Everything that the words of a chronology rest on: the events, the lists' labels, the names behind ids.
std::string mark_of(std::string const& head, Settings const& settings, TimelineNames const& names) {
    std::string mark = head + '\n' + std::to_string(settings.number());
    for (auto const& [id, name] : names) mark += '\n' + id + ' ' + name;
    return mark;
}

void fill_timeline(Context& context, TimelineFilter const& filter, std::string const& head, CaseView& view) {
    auto const names = names_of(view);
    auto const& settings = context.settings();
    view.timeline_mark = mark_of(head, settings, names);
    view.timeline_is_known = view.timeline_mark == filter.known_mark;
    if (view.timeline_is_known) return;
    view.timeline.reserve(static_cast<std::size_t>(std::min(filter.limit, 100)));
    // One more than asked for tells whether there are older ones.
    int seen = 0;
    storage::events::each_newest(context.read(), view.file.id.text(), filter.before, kinds_of(filter.group),
                                 filter.limit + 1, [&](storage::events::ShownEvent const& event) {
                                     if (++seen > filter.limit)
                                         view.older = view.timeline.back().sequence;
                                     else
                                         view.timeline.push_back(timeline_item(event, settings, names));
                                 });
    view.timeline = with_program_folded(std::move(view.timeline));
}

FirstContact first_contact(storage::people::PersonOnCase const& entry, Date today,
                           WorkingDays const& calendar) {
    using State = FirstContact::State;
    auto const& part = entry.part;
    FirstContact result{.name = name_of_person(entry),
                        .due_on = *part.first_contact_by,
                        .made_on = part.first_contact_on,
                        .state = State::waiting,
                        .working_days = 0};
    auto const seen_on = part.first_contact_on.value_or(part.left_on.value_or(today));
    bool const in_time = seen_on <= result.due_on;
    if (part.first_contact_on)
        result.state = in_time ? State::kept : State::missed;
    else
        result.state = in_time ? State::waiting : State::overdue;
    result.working_days =
        in_time ? calendar.count_after(seen_on, result.due_on) : calendar.count_after(result.due_on, seen_on);
    return result;
}

std::optional<ReviewCount> review_count(Context& context, CaseFileId id) {
    namespace ids = legal::standard_ids;
    auto const& settings = context.settings();
    auto const& standards = settings.standards();
    auto const needed = standards.on(ids::review_threshold, context.today);
    auto const window = standards.on(ids::review_application_window, context.today);
    if (!needed || !window) return std::nullopt;
    auto const last_day = [&](std::string_view standard, Date from) {
        auto const deadline = standards.find_deadline(standard, from, {}, settings.site().division);
        return deadline ? deadline->by : from;
    };
    std::vector<domain::reviews::Complaint> complaints;
    for (auto const& complaint : storage::cases::complaints(context.read(), id))
        complaints.push_back({complaint.made_on, complaint.behaviour_on});
    ReviewCount count;
    count.complaints = domain::reviews::qualifying(
        complaints, context.today,
        {.complaint_by = [&](Date on) { return last_day(ids::review_complaint_window, on); },
         .application_by = [&](Date on) { return last_day(ids::review_application_window, on); }});
    count.needed = needed->value;
    count.period_words = legal::words_for(window->value, window->unit);
    return count;
}

}  // namespace

Expected<CaseView> view_case(Context& context, std::string_view reference, TimelineFilter const& filter) {
    auto& tx = context.read();
    auto opened = open_case_with_standing(tx, context.viewer, reference, Action::see_case);
    if (!opened) return refuse(opened.error());
    auto const may = [&](Action action) {
        return domain::access::may_on_case(context.viewer, action, opened->standing);
    };
    CaseView view;
    view.file = std::move(opened->file);
    auto const& file = view.file;
    auto const& settings = context.settings();
    auto facts = storage::cases::overview_facts(tx, file.id, context.now);
    view.labels = std::move(facts.labels);
    view.counts = facts.counts;
    view.category_label = settings.list("categories").label(file.category);
    bool const sees_protected = may(Action::see_protected_details);
    if (sees_protected) view.people = storage::people::people_of_case(tx, file.id);
    view.to_do = storage::work_items::listed_of_case(tx, file.id);
    if (!sees_protected)
        for (auto& listed : view.to_do) listed.about.clear();
    view.links =
        storage::cases::visible_links(tx, file.id, storage::case_scope(context.viewer, Action::see_case));
    view.partners = storage::cases::partners(tx, file.id);
    std::vector<domain::people::WarningMarker> markers;
    if (sees_protected) markers = storage::markers::of_case(tx, file.id);
    std::erase_if(markers, [&](auto const& marker) { return !marker.is_in_force(context.today); });
    view.alerts = case_alerts(file, view.people, view.links, markers);
    if (auto alert = orders::alert_of_orders(file, facts)) view.alerts.push_back(std::move(*alert));
    auto const& calendar = legal::working_days(settings.site().division);
    for (auto const& entry : view.people)
        if (entry.part.part == Part::complainant && entry.part.first_contact_by &&
            (!entry.part.left_on || entry.part.first_contact_on))
            view.first_contacts.push_back(first_contact(entry, context.today, calendar));
    view.review = review_count(context, file.id);
    view.due_soon_days = settings.standards().number(legal::standard_ids::due_soon, context.today);
    fill_timeline(context, filter, facts.history_head, view);
    view.may_work = !file.is_closed() && may(Action::work_case);
    view.may_close = !file.is_closed() && may(Action::close_case);
    view.may_assess = !file.is_closed() && may(Action::assess_risk);
    view.may_plan = !file.is_closed() && may(Action::agree_plan);
    view.may_hand_over = !file.is_closed() && may(Action::hand_over_case);
    view.may_restrict = may(Action::restrict_case);
    view.may_see_history = may(Action::see_file_history);
    context.note_view("case", file.id, file.id.text());
    return view;
}

Expected<CaseView> view_whole_case(Context& context, std::string_view reference) {
    auto view = view_case(
        context, reference,
        {.before = {}, .group = {}, .limit = std::numeric_limits<int>::max() - 1, .known_mark = {}});
    if (view) context.note_view("export", view->file.id, view->file.id.text());
    return view;
}

}  // namespace doorstep::usecases::cases
