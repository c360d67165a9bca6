#include "usecases/quality/quality.h"

#include "base/text.h"
#include "figures/reporting_period.h"
#include "figures/rounding.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/inset_text.h"
#include "govuk/record_heading.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "legal/quality_checklist.h"
#include "pages/quality/routes.h"

namespace doorstep::pages::quality {
namespace {

using domain::quality::Verdict;
using forms::at_most;
using usecases::quality::CheckView;
using usecases::quality::FinishCheck;
using usecases::quality::QualityView;

std::string month_words(std::string const& month) {
    auto const first = Date::parse_iso(month + "-01");
    return first ? doorstep::figures::month_period(*first).words : month;
}

Page quality_page(std::string title, bool is_home = false) {
    Page page;
    page.title = std::move(title);
    page.current_section = "quality";
    if (!is_home) page.breadcrumbs = {{"Quality", "/quality"}};
    return page;
}

std::string score_words(std::int64_t met, std::int64_t asked) {
    if (asked == 0) return "Not checked yet";
    return doorstep::figures::percent_words(met, asked) + " (" + text::thousands(met) + " of " +
           text::thousands(asked) + ")";
}

Html checks_table(QualityView const& view) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Case"}, {.text = "Why"}, {.text = "Officer"}, {.text = "Met"}},
                       .caption = "Checks of " + month_words(view.month),
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& one : view.checks)
        table.rows.push_back(
            {{.html = html::a("/quality/" + std::string(one.check.id.text()), one.reference)},
             {.text = std::string(words_of(one.check.why))},
             {.text = one.officer_name.empty() ? "Nobody" : one.officer_name},
             {.text = score_words(one.check.met, one.check.asked)}});
    return govuk::table_wrap({.table = table, .label = ""});
}

Html scores_table(char const* what, std::vector<usecases::quality::Score> const& scores) {
    if (scores.empty()) return {};
    govuk::Table table{.rows = {},
                       .head = {{.text = what},
                                {.text = "Cases checked", .format = "numeric"},
                                {.text = "Met, of what applies", .format = "numeric"}},
                       .caption = std::string("By ") + text::lower_ascii(what) + ", twelve months",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const& one : scores)
        table.rows.push_back({{.text = one.name.empty() ? "Not recorded" : one.name},
                              {.text = text::thousands(one.checks), .format = "numeric"},
                              {.text = score_words(one.met, one.asked), .format = "numeric"}});
    return govuk::table_wrap({.table = table, .label = ""});
}

/// Names of fields are codes of questions.
forms::Form<FinishCheck> const& check_form() {
    static auto const form = [] {
        forms::Form<FinishCheck> made;
        made.name = "quality-check";
        for (auto const& question : legal::quality_checklist().questions) {
            forms::Field<FinishCheck> field;
            field.shape = {.spec = {.name = question.code,
                                    .label = Words(question.text.c_str()),
                                    .choices = forms::detail::enum_choices<Verdict>(),
                                    .inline_choices = true},
                           .control = forms::Control::radios,
                           .is_required = true};
            field.parse = [code = question.code, text = question.text](
                              http::Pairs const& typed, FinishCheck& into, forms::ParseState& state) {
                auto const verdict = enum_from_name<Verdict>(typed.value(code));
                if (verdict)
                    into.answers[code] = *verdict;
                else
                    state.problems.push_back({code, "Select an answer: " + text});
            };
            field.fill = [code = question.code](FinishCheck const& from, http::Pairs& typed) {
                if (auto const found = from.answers.find(code); found != from.answers.end())
                    typed.set(code, std::string(name_of(found->second)));
            };
            made.fields.push_back(std::move(field));
        }
        made.fields.push_back(
            forms::textarea_field(&FinishCheck::feedback,
                                  {.name = "feedback",
                                   .label = "Feedback for the officer",
                                   .hint = "What was good, and what would be better",
                                   .rows = 4},
                                  {at_most(3000, "Feedback must be 3,000 characters or fewer")}));
        made.fields.push_back(forms::textarea_field(&FinishCheck::learning,
                                                    {.name = "learning",
                                                     .label = "What the team can learn from it",
                                                     .hint = "Without names",
                                                     .rows = 3},
                                                    {at_most(2000, "Use 2,000 characters or fewer")}));
        std::vector<forms::FieldShape*> shapes;
        for (auto& field : made.fields) shapes.push_back(&field.shape);
        forms::detail::connect(shapes);
        return made;
    }();
    return form;
}

Html finished(CheckView const& view) {
    auto const& check = view.listed.check;
    govuk::Table table{.rows = {},
                       .head = {{.text = "Question"}, {.text = "Met"}},
                       .caption = "Checked by " + view.listed.checked_by_name + " on " +
                                  date_words(check.checked_on.value_or(Date{})),
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const& question : view.checklist->questions) {
        auto const found = check.answers.find(question.code);
        table.rows.push_back(
            {{.text = question.text},
             {.text = found == check.answers.end() ? "Not asked" : std::string(words_of(found->second))}});
    }
    Html html = govuk::table_wrap({.table = table, .label = ""});
    html << html::p("Met: " + score_words(check.met, check.asked) + ".");
    if (!check.feedback.empty()) html << html::h2("Feedback") << html::p(html::typed_text(check.feedback));
    if (!check.learning.empty()) html << html::h2("Learning") << html::p(html::typed_text(check.learning));
    return html;
}

http::Response check_page(Visit& visit, CheckView const& view, http::Pairs typed,
                          std::vector<Problem> const& problems) {
    auto const& check = view.listed.check;
    auto const shapes = check_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << govuk::record_heading({.caption = view.listed.reference, .title = "Quality check"});
    Html about = Html::text(std::string(words_of(check.why)) + ". Officer: " +
                            (view.listed.officer_name.empty() ? "nobody" : view.listed.officer_name) + ". ");
    about << html::a("/cases/" + view.listed.reference, "Open the case");
    body << html::p(about);
    if (check.is_done()) {
        body << finished(view);
    } else if (!view.may_check) {
        body << govuk::inset_text(
            {.text = "You worked on this case: a colleague who did not has to check it."});
    } else {
        http::Pairs hidden;
        hidden.set("version", std::to_string(check.version));
        Html fields =
            forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
        fields << forms::buttons("Finish check", "/quality");
        body << visit.form("/quality/" + std::string(check.id.text()), fields, std::move(hidden));
    }
    Page page = quality_page("Quality check");
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response show_quality(Visit& visit) {
    auto const view =
        usecases::quality::view_quality(visit.context, std::string(visit.request.query.value("month")));
    if (!view) return visit.refused(view.error());
    bool const is_now = view->month == visit.context.today.iso().substr(0, 7);
    Html body = html::h1("Quality of live cases");
    if (view->checks.empty()) {
        body << govuk::empty_state(
            {.title = "None in " + month_words(view->month),
             .text = "Half of a month’s sample is drawn by risk and half by lot, from open "
                     "cases that you have not worked on."});
        if (is_now) body << visit.form("/quality/new", govuk::button({.text = "Draw this month’s sample"}));
    } else {
        body << checks_table(*view);
    }
    auto const before = Date::parse_iso(view->month + "-01")->plus_months(-1).iso().substr(0, 7);
    body << html::p(html::a("/quality?month=" + before, "Checks of " + month_words(before)));
    body << scores_table("Officer", view->by_officer) << scores_table("Team", view->by_team)
         << scores_table("Area", view->by_area);
    if (!view->learning.empty()) {
        std::vector<Html> lines;
        for (auto const& one : view->learning) lines.push_back(html::typed_text(one));
        body << html::h2("What the team can learn") << html::list(lines);
    }
    Page page = quality_page("Quality of live cases", true);
    page.body = std::move(body);
    return visit.page(std::move(page));
}

http::Response post_sample(Visit& visit) {
    auto const drawn = usecases::quality::draw_sample(visit.context);
    if (!drawn) return visit.refused(drawn.error());
    visit.context.note_result_of_once("/quality");
    return visit.done("/quality", text::count_of(*drawn, "case is", "cases are") + " drawn.");
}

http::Response show_check(Visit& visit) {
    auto const view = usecases::quality::view_check(visit.context, visit.request.parameter("check"));
    if (!view) return visit.refused(view.error());
    return check_page(visit, *view, {}, {});
}

http::Response post_check(Visit& visit) {
    auto const view = usecases::quality::view_check(visit.context, visit.request.parameter("check"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(check_form());
    if (!parsed.ok()) return check_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.id = std::string(visit.request.parameter("check"));
    parsed.input.seen_version =
        forms::Codec<std::int64_t>::decode(visit.request.form.value("version")).value_or(0);
    auto const done = usecases::quality::finish_check(visit.context, parsed.input);
    if (done) return visit.done("/quality", "Check finished.");
    if (is_about_the_form(done.error()))
        return check_page(visit, *view, std::move(parsed.typed), problems_of(done.error()));
    return visit.refused(done.error());
}

}  // namespace

void add_routes(Routes& routes) {
    using domain::access::Action;
    auto const access = http::Access::to(Action::check_quality);
    routes.push_back({http::Method::get, "/quality", access, show_quality});
    routes.push_back({http::Method::post, "/quality/new", access, post_sample, http::Body::form});
    routes.push_back({http::Method::get, "/quality/{check}", access, show_check});
    routes.push_back({http::Method::post, "/quality/{check}", access, post_check, http::Body::form});
}

}  // namespace doorstep::pages::quality
