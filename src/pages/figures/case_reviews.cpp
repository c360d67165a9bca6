#include "pages/figures/case_reviews.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/details.h"
#include "govuk/empty_state.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "usecases/figures/case_reviews.h"

namespace doorstep::pages::figures {
namespace {

using domain::figures::CaseReviews;

constexpr char const* reviews_address = "/performance/case-reviews";

forms::Form<CaseReviews> const& reviews_form() {
    static auto const form = [] {
        auto const number = [](std::int64_t CaseReviews::*member, char const* name, char const* label,
                               char const* missing) {
            return forms::text_field(
                member,
                {.name = name, .label = label, .classes = "govuk-input--width-5", .input_mode = "numeric"},
                {forms::required(missing)});
        };
        return forms::form<CaseReviews>(
            "case-reviews",
            forms::text_field(&CaseReviews::area,
                              {.name = "area", .label = "Area", .hint = "For example, City of Northgate"},
                              {forms::required("Enter the area"),
                               forms::at_most(120, "The area must be 120 characters or fewer")}),
            forms::date_field(
                &CaseReviews::from,
                {.name = "first-day", .label = "First day of the period", .hint = "For example, 1 4 2025"},
                {forms::required("Enter the first day")}),
            forms::date_field(&CaseReviews::last_day,
                              {.name = "last-day",
                               .label = "Last day of the period",
                               .hint = "Twelve months at most. For example, 31 3 2026"},
                              {forms::required("Enter the last day")}),
            number(&CaseReviews::applications, "applications", "Applications for a review",
                   "Enter the number of applications"),
            number(&CaseReviews::not_met, "not-met", "Times the threshold was not met",
                   "Enter how often the threshold was not met"),
            number(&CaseReviews::reviews, "reviews", "Reviews carried out", "Enter the number of reviews"),
            number(&CaseReviews::with_recommendations, "with-recommendations",
                   "Reviews that led to recommendations", "Enter how many reviews led to recommendations"),
            forms::text_field(&CaseReviews::ours, {.name = "ours",
                                                   .label = "Reviews about our own cases",
                                                   .hint = "Leave empty if it is not known",
                                                   .classes = "govuk-input--width-5",
                                                   .input_mode = "numeric"}),
            forms::text_field(&CaseReviews::source,
                              {.name = "source",
                               .label = "Who sent the numbers?",
                               .hint = "For example, Community safety partnership, 20 April 2026"},
                              {forms::required("Enter who sent the numbers"),
                               forms::at_most(200, "Use 200 characters or fewer")}));
    }();
    return form;
}

Page reviews_page(std::string title) {
    Page page;
    page.title = std::move(title);
    page.current_section = "performance";
    page.breadcrumbs = {{"Performance", "/performance"}};
    return page;
}

Html reviews_table(std::vector<CaseReviews> const& periods) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Area"},
                                {.text = "Period"},
                                {.text = "Applications", .format = "numeric"},
                                {.text = "Threshold not met", .format = "numeric"},
                                {.text = "Reviews", .format = "numeric"},
                                {.text = "With recommendations", .format = "numeric"},
                                {.text = "About our cases", .format = "numeric"}},
                       .caption = "ASB case reviews",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true,
                       .stacks = true};
    auto const number = [](std::int64_t value) {
        return govuk::TableCell{.text = text::thousands(value), .format = "numeric"};
    };
    for (auto const& one : periods)
        table.rows.push_back(
            {{.text = one.area},
             {.text = date_words(one.from) + " to " + date_words(one.last_day)},
             number(one.applications),
             number(one.not_met),
             number(one.reviews),
             number(one.with_recommendations),
             {.text = one.ours ? text::thousands(*one.ours) : "Not known", .format = "numeric"}});
    return govuk::table_wrap({.table = table, .label = ""});
}

http::Response reviews_form_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const shapes = reviews_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Numbers of case reviews");
    body << html::p(
        "As the bodies of the area publish them. What was recorded of the same area and first day is "
        "replaced.");
    Html fields =
        forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
    fields << forms::buttons("Publish", reviews_address);
    body << visit.form("/performance/case-reviews/new", fields);
    Page page = reviews_page("Numbers of case reviews");
    page.breadcrumbs.push_back({"Case reviews", reviews_address});
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_case_reviews(Visit& visit) {
    auto const view = usecases::figures::view_case_reviews(visit.context);
    Html body = html::h1("ASB case reviews");
    body << html::p(
        "Somebody who reported anti-social behaviour several times, and thinks that too little was done, can "
        "ask "
        "for an ASB case review, also called the community trigger. Each year the councils, police and "
        "landlords of an area publish how often that happened.");
    body << html::p(html::a("/help/case-review", "How to ask for a case review"));
    if (view.may_record)
        body << govuk::button({.text = "Record numbers", .href = "/performance/case-reviews/new"});
    if (view.periods.empty())
        body << govuk::empty_state({.title = "Nothing is published yet",
                                    .text =
                                        "The numbers of a period appear here once it is over and the bodies "
                                        "of the area have sent them."});
    else
        body << reviews_table(view.periods);
    std::vector<Html> sources;
    for (auto const& one : view.periods)
        sources.push_back(Html::text(one.area + ", from " + date_words(one.from) + ": " + one.source));
    Html counted = html::p(
        "These four numbers are asked for by section 104(9) of the Anti-social Behaviour, Crime and Policing "
        "Act "
        "2014, for a period of twelve months or less. They are of all bodies of the area, not of ours alone, "
        "and "
        "stand as they were sent: a review can belong to an application of the period before. They are shown "
        "however small they are, because the Act has them published.");
    if (!sources.empty()) counted << html::list(sources);
    body << govuk::details({.summary_text = "How this is counted", .html = counted});
    Page page = reviews_page("ASB case reviews");
    page.body = std::move(body);
    return visit.page(std::move(page));
}

http::Response show_new_case_reviews(Visit& visit) { return reviews_form_page(visit, {}, {}); }

http::Response post_case_reviews(Visit& visit) {
    auto parsed = visit.parse(reviews_form());
    if (!parsed.ok()) return reviews_form_page(visit, std::move(parsed.typed), parsed.problems);
    auto const done = usecases::figures::record_case_reviews(visit.context, parsed.input);
    if (done) return visit.done(reviews_address, "The numbers are published.");
    if (is_about_the_form(done.error()))
        return reviews_form_page(visit, std::move(parsed.typed), problems_of(done.error()));
    return visit.refused(done.error());
}

}  // namespace doorstep::pages::figures
