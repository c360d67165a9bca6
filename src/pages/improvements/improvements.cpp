#include "usecases/improvements/improvements.h"

#include "figures/reporting_period.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "legal/measures.h"
#include "pages/improvements/routes.h"
#include "pages/paging.h"

namespace doorstep::pages::improvements {
namespace {

using forms::at_most;
using forms::required;
using usecases::improvements::Improvement;
using usecases::improvements::ReviewImprovement;

std::string improvement_address(std::string const& id) { return "/improvements/" + http::percent_encode(id); }

Page improvements_page(std::string title, bool is_home = false) {
    Page page;
    page.title = std::move(title);
    page.current_section = "panel";
    page.breadcrumbs = {{"Panel", "/panel"}};
    if (!is_home) page.breadcrumbs.push_back({"Improvements", "/improvements"});
    return page;
}

/// "First contact in time, people said, Q4 2023/24"
std::string about_words(Improvement const& one) {
    auto const* measure = legal::find_measure(one.measure);
    auto words = measure == nullptr ? std::string("Other") : measure->title;
    if (auto const period = doorstep::figures::parse_period(one.period)) words += ", " + period->words;
    return words;
}

forms::Form<Improvement> const& improvement_form() {
    static auto const form = forms::form<Improvement>(
        "improvement",
        forms::select_field(&Improvement::measure, {.name = "measure", .label = "Which figure is it about?"}),
        forms::text_field(&Improvement::period,
                          {.name = "period",
                           .label = "Of which period?",
                           .hint = "For example, 2026-27-Q1",
                           .classes = "govuk-input--width-10",
                           .optional = true},
                          {at_most(40, "Use 40 characters or fewer")}),
        forms::textarea_field(
            &Improvement::why, {.name = "why", .label = "What is not good enough?", .rows = 3},
            {required("Enter what is not good enough"), at_most(2000, "Use 2,000 characters or fewer")}),
        forms::textarea_field(
            &Improvement::what, {.name = "what", .label = "What will be done?", .rows = 3},
            {required("Enter what will be done"), at_most(2000, "Use 2,000 characters or fewer")}),
        forms::text_field(
            &Improvement::owner_name,
            {.name = "owner-name", .label = "Who does it?", .hint = "A role, as the group reads it"},
            {required("Enter who does it"), at_most(100, "Use 100 characters or fewer")}),
        forms::date_field(
            &Improvement::review_on,
            {.name = "review-on", .label = "When is it reviewed?", .hint = "For example, 30 9 2026"},
            {required("Enter the day of the review")}));
    return form;
}

forms::Form<ReviewImprovement> const& review_form() {
    static auto const form = forms::form<ReviewImprovement>(
        "improvement-review",
        forms::textarea_field(
            &ReviewImprovement::result, {.name = "result", .label = "What came of it?", .rows = 4},
            {required("Enter what came of it"), at_most(2000, "Use 2,000 characters or fewer")}),
        forms::date_field(
            &ReviewImprovement::told_panel_on,
            {.name = "told-panel-on", .label = "When was the tenants’ group told?", .optional = true}));
    return form;
}

forms::Choices measures_to_choose() {
    forms::Choices choices;
    auto& measures = choices["measure"];
    measures.push_back({.value = "", .text = "None of them"});
    for (auto const& measure : legal::measures())
        measures.push_back({.value = measure.id, .text = measure.title});
    return choices;
}

http::Response improvement_form_page(Visit& visit, std::string title, std::string action, Html before,
                                     std::vector<forms::FieldShape> const& shapes, http::Pairs typed,
                                     std::vector<Problem> const& problems, http::Pairs hidden) {
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1(title) << before;
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = measures_to_choose()});
    fields << forms::buttons("Save", "/improvements");
    body << visit.form(action, fields, std::move(hidden));
    Page page = improvements_page(std::move(title));
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response show_improvements(Visit& visit) {
    auto const list =
        usecases::improvements::list_improvements(visit.context, page_number(visit.request.query));
    if (!list) return visit.refused(list.error());
    Paging const paging{
        .path = "/improvements", .query = {}, .page = list->page, .pages = list->pages, .total = list->count};
    Html body = html::h1("Improvements");
    body << html::p("What we do where a result is not good enough, and what came of it.");
    if (list->may_work) body << govuk::button({.text = "Add an improvement", .href = "/improvements/new"});
    if (list->improvements.empty()) {
        body << govuk::empty_state(
            {.title = "Nothing yet",
             .text = "An improvement is written down where an answer or a figure is weak."});
    } else {
        govuk::Table table{.rows = {},
                           .head = {{.text = "About"},
                                    {.text = "What is done"},
                                    {.text = "Who"},
                                    {.text = "Review"},
                                    {.text = "What came of it"}},
                           .caption = "Improvements",
                           .caption_classes = "govuk-table__caption--m",
                           .first_cell_is_header = true,
                           .stacks = true};
        for (auto const& one : list->improvements) {
            Html about = list->may_work ? html::a(improvement_address(one.id), about_words(one))
                                        : Html::text(about_words(one));
            Html what = html::typed_text(one.why);
            what << html::typed_text(one.what);
            Html result = one.reviewed_on ? html::typed_text(one.result) : Html::text("Not reviewed yet");
            if (one.told_panel_on)
                result << html::hint("The group was told on " + date_words(*one.told_panel_on));
            table.rows.push_back({{.html = about},
                                  {.html = what},
                                  {.text = one.owner_name},
                                  {.text = date_words(one.reviewed_on.value_or(one.review_on))},
                                  {.html = result}});
        }
        body << govuk::table_wrap({.table = table, .label = ""}) << page_links(paging);
    }
    Page page = improvements_page("Improvements", true);
    page.title_note = page_note(paging);
    page.body = std::move(body);
    return visit.page(std::move(page));
}

http::Response show_new_improvement(Visit& visit) {
    http::Pairs typed;
    typed.set("measure", std::string(visit.request.query.value("measure")));
    typed.set("period", std::string(visit.request.query.value("period")));
    return improvement_form_page(visit, "Add an improvement", "/improvements/new", {},
                                 improvement_form().shapes(), std::move(typed), {}, {});
}

http::Response post_new_improvement(Visit& visit) {
    auto parsed = visit.parse(improvement_form(), measures_to_choose());
    auto const again = [&](std::vector<Problem> const& problems) {
        return improvement_form_page(visit, "Add an improvement", "/improvements/new", {},
                                     improvement_form().shapes(), parsed.typed, problems, {});
    };
    if (!parsed.ok()) return again(parsed.problems);
    auto const made = usecases::improvements::add_improvement(visit.context, parsed.input);
    if (made) {
        visit.context.note_result_of_once("/improvements");
        return visit.done("/improvements", "Improvement saved.");
    }
    if (is_about_the_form(made.error())) return again(problems_of(made.error()));
    return visit.refused(made.error());
}

http::Response review_page(Visit& visit, Improvement const& one, http::Pairs typed,
                           std::vector<Problem> const& problems) {
    http::Pairs hidden;
    hidden.set("version", std::to_string(one.version));
    Html before =
        html::p(about_words(one) + ". " + one.owner_name + ", review on " + date_words(one.review_on) + ".");
    before << html::typed_text(one.why) << html::typed_text(one.what);
    return improvement_form_page(visit, "Review an improvement", improvement_address(one.id),
                                 std::move(before), review_form().shapes(), std::move(typed), problems,
                                 std::move(hidden));
}

http::Response show_improvement(Visit& visit) {
    auto const one =
        usecases::improvements::view_improvement(visit.context, visit.request.parameter("improvement"));
    if (!one) return visit.refused(one.error());
    ReviewImprovement const review{
        .id = {}, .seen_version = 0, .result = one->result, .told_panel_on = one->told_panel_on};
    return review_page(visit, *one, forms::fill(review_form(), review), {});
}

http::Response post_improvement(Visit& visit) {
    auto const one =
        usecases::improvements::view_improvement(visit.context, visit.request.parameter("improvement"));
    if (!one) return visit.refused(one.error());
    auto parsed = visit.parse(review_form());
    if (!parsed.ok()) return review_page(visit, *one, std::move(parsed.typed), parsed.problems);
    parsed.input.id = one->id;
    parsed.input.seen_version =
        forms::Codec<std::int64_t>::decode(visit.request.form.value("version")).value_or(0);
    auto const saved = usecases::improvements::review_improvement(visit.context, parsed.input);
    if (saved) return visit.done("/improvements", "Review saved.");
    if (is_about_the_form(saved.error()))
        return review_page(visit, *one, std::move(parsed.typed), problems_of(saved.error()));
    return visit.refused(saved.error());
}

}  // namespace

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    routes.push_back({Method::get, "/improvements", Access::to(Action::see_panel), show_improvements});
    routes.push_back(
        {Method::get, "/improvements/new", Access::to(Action::work_meetings), show_new_improvement});
    routes.push_back({Method::post, "/improvements/new", Access::to(Action::work_meetings),
                      post_new_improvement, http::Body::form});
    routes.push_back(
        {Method::get, "/improvements/{improvement}", Access::to(Action::work_meetings), show_improvement});
    routes.push_back({Method::post, "/improvements/{improvement}", Access::to(Action::work_meetings),
                      post_improvement, http::Body::form});
}

}  // namespace doorstep::pages::improvements
