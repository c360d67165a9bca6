#include "pages/cases/overview.h"

#include <charconv>

#include "govuk/empty_state.h"
#include "govuk/link_row.h"
#include "govuk/pagination.h"
#include "govuk/record_heading.h"
#include "govuk/section_heading.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/cases/kept_histories.h"
#include "pages/cases/overview_facts.h"
#include "pages/cases/timeline_list.h"
#include "usecases/cases/view_case.h"

namespace doorstep::pages::cases {
namespace {

using domain::events::Group;
using usecases::cases::CaseView;
using usecases::cases::TimelineFilter;

TimelineFilter filter_of(http::Request const& request) {
    TimelineFilter filter;
    filter.group = enum_from_name<Group>(request.query.value("kind"));
    auto const before = request.query.value("before");
    std::int64_t sequence = 0;
    auto const [end, error] = std::from_chars(before.data(), before.data() + before.size(), sequence);
    if (error == std::errc{} && end == before.data() + before.size()) filter.before = sequence;
    return filter;
}

std::string timeline_address(CaseView const& view, std::optional<Group> group,
                             std::optional<std::int64_t> before = {}) {
    auto address = case_address(view.file.reference);
    char joint = '?';
    if (group) {
        address += "?kind=" + std::string(name_of(*group));
        joint = '&';
    }
    if (before) address += joint + ("before=" + std::to_string(*before));
    return address + "#history";
}

Html add_list(CaseView const& view) {
    auto const address = case_address(view.file.reference);
    std::vector<Html> adds;
    auto const add = [&](bool may, char const* path, char const* words) {
        if (may) adds.push_back(html::a(address + path, words));
    };
    add(view.may_work, "/contacts/new", "Contact");
    add(view.may_work, "/people/new", "Person");
    add(view.may_work, "/incidents/new", "Incident");
    add(view.may_work, "/evidence/new", "Evidence");
    add(view.may_work, "/notes/new", "Note");
    add(view.may_work, "/tasks/new", "Task");
    add(view.may_work, "/letters", "Letter or message");
    add(view.may_work, "/actions/new", "Action");
    add(view.may_work, "/actions/new?kind=referral", "Referral");
    add(view.may_close, "/closure", "Close the case");
    Html html;
    if (!adds.empty()) html << html::h2("Add to this case") << html::list(adds);
    std::vector<Html> changes;
    auto const change = [&](bool may, char const* path, char const* words) {
        if (may) changes.push_back(html::a(address + path, words));
    };
    change(view.may_work, "/edit", "Change details");
    change(view.may_hand_over && !view.file.is_closed(), "/handover", "Hand over");
    change(view.may_hand_over, "/pause",
           view.file.state == domain::cases::State::paused ? "Resume" : "Pause");
    change(view.may_restrict, "/restriction", "Restrict access");
    change(view.may_work, "/conflict", "Declare a conflict of interest");
    change(view.file.is_closed() && view.may_see_history, "/reopening", "Reopen the case");
    if (!changes.empty()) html << html::h2("Change this case") << html::list(changes);
    return html;
}

Html timeline_filter(CaseView const& view, TimelineFilter const& filter) {
    govuk::LinkRow row{.label = "Show in the history"};
    row.items.push_back({.text = "Everything", .href = timeline_address(view, {}), .current = !filter.group});
    for (auto const& group : all_of<Group>())
        if (group.value != Group::system)
            row.items.push_back({.text = std::string(group.words),
                                 .href = timeline_address(view, group.value),
                                 .current = filter.group == group.value});
    return govuk::link_row(row);
}

/// Of all sites and viewers: the mark says what a chronology was made from, names the viewer may see
/// included.
KeptHistories& kept_histories() {
    static KeptHistories kept(16 << 20);
    return kept;
}

using History = std::shared_ptr<KeptHistories::History const>;

History history_of(CaseView const& view, std::string const& address, History known) {
    if (view.timeline_is_known) return known;
    KeptHistories::History made{.mark = view.timeline_mark, .markup = {}, .older = view.older};
    if (!view.timeline.empty()) append_timeline(made.markup, view.timeline);
    return kept_histories().keep(address, std::move(made));
}

void append_history(Html& out, CaseView const& view, TimelineFilter const& filter,
                    KeptHistories::History const& history) {
    out << govuk::section_heading({.title = "History",
                                   .id = "history",
                                   .action_text = "Print whole file",
                                   .action_href = case_address(view.file.reference) + "/print"});
    out << timeline_filter(view, filter);
    if (history.markup.empty()) {
        out << govuk::empty_state({.title = "Nothing of this kind yet",
                                   .heading_level = 3,
                                   .text = "What happens on the case is shown here, newest first.",
                                   .action_text = "Show everything",
                                   .action_href = timeline_address(view, {})});
        return;
    }
    out << history.markup;
    govuk::Pagination pages{.landmark_label = "Pages of the history"};
    if (filter.before) pages.previous = {.text = "Newest", .href = timeline_address(view, filter.group)};
    if (history.older)
        pages.next = {.text = "Older", .href = timeline_address(view, filter.group, history.older)};
    if (!pages.previous.href.empty() || !pages.next.href.empty()) out << govuk::pagination(pages);
}

}  // namespace

http::Response show_overview(Visit& visit) {
    auto filter = filter_of(visit.request);
    std::string const reference(visit.request.parameter("reference"));
    auto const history_address = reference + ' ' + std::string(filter.group ? name_of(*filter.group) : "") +
                                 ' ' + std::to_string(filter.before.value_or(0));
    auto known = kept_histories().find(history_address);
    if (known) filter.known_mark = known->mark;
    auto const view = usecases::cases::view_case(visit.context, reference, filter);
    if (!view) return visit.refused(view.error());
    auto const today = visit.context.today;
    Html body;
    body.reserve(64 * 1024);
    body << govuk::record_heading({.caption = view->file.reference, .title = view->file.title});
    body << case_alert_list(*view) << case_tags(*view, today);
    Html main = case_summary(*view, today);
    main << html::h2("To do") << to_do_list(*view, today);
    body << html::two_columns(main, add_list(*view));
    body << case_navigation(view->file.reference, view->counts, Section::overview);
    append_history(body, *view, filter, *history_of(*view, history_address, std::move(known)));
    Page page;
    page.title = view->file.title;
    page.breadcrumbs = {{"Cases", "/cases"}};
    page.current_section = "cases";
    page.print_reference = view->file.reference;
    page.body = std::move(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::cases
