#include "pages/team/absences.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/work/work_links.h"
#include "usecases/team/absences.h"

namespace doorstep::pages::team {
namespace {

using forms::required;
using usecases::team::AbsencesView;
using usecases::team::AbsenceView;
using usecases::team::AwayTime;
using usecases::team::RecordAbsence;

forms::Form<RecordAbsence> const& absence_form() {
    static auto const form = forms::form<RecordAbsence>(
        "record-absence",
        forms::select_field(&RecordAbsence::who, {.name = "who", .label = "Who is away?"},
                            {required("Select who is away")}),
        forms::date_field(&RecordAbsence::from_on,
                          {.name = "from-on", .label = "First day away", .hint = "For example, 27 3 2026"},
                          {required("Enter the first day away")}),
        forms::date_field(&RecordAbsence::last_day,
                          {.name = "last-day", .label = "Last day away", .hint = "For example, 3 4 2026"},
                          {required("Enter the last day away")}),
        forms::select_field(&RecordAbsence::cover,
                            {.name = "cover", .label = "Who covers?", .optional = true}),
        forms::textarea_field(&RecordAbsence::note,
                              {.name = "note",
                               .label = "What should colleagues know?",
                               .hint = "Do not write why they are away",
                               .rows = 3,
                               .optional = true},
                              {forms::at_most(500, "Note must be 500 characters or fewer")}));
    return form;
}

Page absence_page(std::string title, Html body) {
    Page page;
    page.title = std::move(title);
    page.breadcrumbs = {{"Times away", "/team/absences"}};
    page.current_section = "team";
    page.body = std::move(body);
    return page;
}

std::string days_words(AwayTime const& away) {
    auto const last = away.back_on.plus_days(-1);
    if (last == away.from_on) return date_words(away.from_on);
    return date_words(away.from_on) + " to " + date_words(last);
}

govuk::TableCell cover_cell(AwayTime const& away) {
    if (!away.cover_name.empty()) return {.text = away.cover_name};
    return {.html = govuk::tag({.text = "Nobody covers", .classes = "govuk-tag--orange"})};
}

forms::Choices choices_of(AbsencesView const& view) {
    forms::Choices choices;
    if (view.may_be_away.size() > 1) choices["who"].push_back({.value = "", .text = "Select somebody"});
    for (auto const& colleague : view.may_be_away)
        choices["who"].push_back({.value = std::string(colleague.id.text()), .text = colleague.name});
    choices["cover"].push_back({.value = "", .text = "Nobody"});
    for (auto const& colleague : view.may_cover)
        choices["cover"].push_back({.value = std::string(colleague.id.text()), .text = colleague.name});
    return choices;
}

http::Response new_absence_page(Visit& visit, AbsencesView const& view, http::Pairs typed,
                                std::vector<Problem> const& problems) {
    auto const shapes = absence_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Record a time away");
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = choices_of(view)});
    fields << forms::buttons("Save", "/team/absences");
    body << visit.form("/team/absences/new", fields);
    auto page = absence_page("Record a time away", html::two_thirds(body));
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

Html due_table(AbsenceView const& view, Date today) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "What"}, {.text = "Case"}, {.text = "Due"}},
                       .caption = "Due before they are back",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& due : view.due) {
        auto const link = work::work_link(due.item, due.case_reference, due.about);
        Html what = html::div("ds-line", Html::text(link.words));
        what << work::pressing_tags(due.pressing);
        Html file = html::div("ds-line", html::a(cases::case_address(due.case_reference), due.case_title));
        file << html::div("ds-line ds-line--second", html::nowrap(due.case_reference));
        Html when = html::div("ds-line", Html::text(date_words(due.item.due_on)));
        if (due.item.due_on < today)
            when << html::div("ds-line", govuk::tag({.text = "Overdue", .classes = "govuk-tag--red"}));
        table.rows.push_back({{.html = what}, {.html = file}, {.html = when}});
    }
    return govuk::table_wrap({.table = std::move(table), .label = ""});
}

}  // namespace

http::Response show_absences(Visit& visit) {
    auto const view = usecases::team::view_absences(visit.context);
    if (!view) return visit.refused(view.error());
    Html body = html::h1("Times away");
    body << govuk::button({.text = "Record a time away", .href = "/team/absences/new"});
    if (view->absences.empty()) {
        body << govuk::empty_state({.title = "Nobody is away",
                                    .text = "Holidays and other times away are here, with who covers, until "
                                            "they are over."});
    } else {
        govuk::Table table{.rows = {},
                           .head = {{.text = "Who"}, {.text = "Away"}, {.text = "Covered by"}},
                           .caption = "Now and to come",
                           .caption_classes = "govuk-table__caption--m",
                           .first_cell_is_header = true,
                           .stacks = true};
        for (auto const& away : view->absences) {
            Html days = html::a("/team/absences/" + away.id, days_words(away));
            days << html::hidden(", " + away.who.name);
            table.rows.push_back({{.text = away.who.name}, {.html = days}, cover_cell(away)});
        }
        body << govuk::table_wrap({.table = std::move(table), .label = ""});
    }
    auto page = absence_page("Times away", std::move(body));
    page.breadcrumbs = {};
    return visit.page(std::move(page));
}

http::Response show_new_absence(Visit& visit) {
    auto const view = usecases::team::view_absences(visit.context);
    if (!view) return visit.refused(view.error());
    return new_absence_page(visit, *view, {}, {});
}

http::Response post_new_absence(Visit& visit) {
    auto const view = usecases::team::view_absences(visit.context);
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(absence_form(), choices_of(*view));
    if (!parsed.ok()) return new_absence_page(visit, *view, std::move(parsed.typed), parsed.problems);
    auto const saved = usecases::team::record_absence(visit.context, parsed.input);
    if (saved) return visit.done("/team/absences/" + *saved, "The time away is saved.");
    if (is_about_the_form(saved.error()))
        return new_absence_page(visit, *view, std::move(parsed.typed), problems_of(saved.error()));
    return visit.refused(saved.error());
}

http::Response show_absence(Visit& visit) {
    auto const view = usecases::team::view_absence(visit.context, visit.request.parameter("absence"));
    if (!view) return visit.refused(view.error());
    auto const& away = view->away;
    auto const title = away.who.name + ", away";
    Html body = html::h1(title);
    govuk::SummaryList list;
    list.rows.push_back({.key = {.text = "Away"}, .value = {.text = days_words(away)}});
    list.rows.push_back({.key = {.text = "Back on"}, .value = {.text = date_words(away.back_on)}});
    auto const cover = cover_cell(away);
    list.rows.push_back({.key = {.text = "Covered by"}, .value = {.text = cover.text, .html = cover.html}});
    if (!away.note.empty())
        list.rows.push_back({.key = {.text = "Note"}, .value = {.html = html::typed_text(away.note)}});
    body << govuk::summary_list(list);
    if (view->due.empty()) {
        body << govuk::empty_state(
            {.title = "Nothing falls due",
             .text = "Nothing of theirs that you may see is due before they are back."});
    } else {
        if (view->is_cut_short) body << govuk::inset_text({.text = "The 200 that are due first are shown."});
        if (view->may_reassign)
            body << govuk::button({.text = "Move their cases",
                                   .href = "/team/reassignment?from=" + std::string(away.who.id.text()),
                                   .classes = "govuk-button--secondary"});
        body << due_table(*view, visit.context.today);
    }
    return visit.page(absence_page(title, std::move(body)));
}

}  // namespace doorstep::pages::team
