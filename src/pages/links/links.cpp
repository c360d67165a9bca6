#include "pages/links/links.h"

#include "govuk/button.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "pages/cases/case_form.h"
#include "usecases/links/links.h"

namespace doorstep::pages::links {

using forms::at_most;
using forms::required;
using usecases::links::LinkCase;
using usecases::links::LinksView;

namespace {

std::string links_address(std::string_view reference) { return cases::case_address(reference) + "/links"; }

forms::Form<LinkCase> const& link_form() {
    static auto const form = forms::form<LinkCase>(
        "link-case",
        forms::text_field(&LinkCase::other_reference,
                          {.name = "other-reference",
                           .label = "Reference of the other case",
                           .hint = "For example, ASB-26-00142",
                           .classes = "govuk-input--width-10",
                           .spellcheck = false},
                          {required("Enter the reference of the other case"),
                           at_most(30, "Reference must be 30 characters or fewer")}),
        forms::radios_field(&LinkCase::kind, {.name = "kind", .label = "How do they belong together?"},
                            {required("Select how they belong together")}),
        forms::textarea_field(
            &LinkCase::reason,
            {.name = "reason",
             .label = "Why do you link them?",
             .hint = "Shown only to those who may see both cases",
             .rows = 3},
            {required("Enter why you link them"), at_most(500, "Reason must be 500 characters or fewer")}));
    return form;
}

govuk::SummaryList card(LinksView const& view, storage::cases::LinkedCase const& link) {
    govuk::SummaryList list;
    list.card.title = {.text = link.reference + ": " + link.title, .heading_level = 2};
    list.card.actions.items.push_back({.href = cases::case_address(link.reference), .text = "Open"});
    if (view.header.may_work)
        list.card.actions.items.push_back(
            {.href = links_address(view.header.reference) + "/" + link.reference + "/remove",
             .text = "Remove link"});
    auto const add = [&](char const* key, Html value) {
        list.rows.push_back({.key = {.text = key}, .value = {.html = std::move(value)}});
    };
    add("Linked as", Html::text(words_of(link.kind)));
    add("Opened", Html::text(date_words(link.opened_on) + (link.is_closed ? ". Closed now" : "")));
    add("Why", link.reason.empty() ? Html::text("Not said") : html::typed_text(link.reason));
    add("Linked on", Html::text(date_words(london_date(link.linked_at)) +
                                (link.linked_by.empty() ? "" : " by " + link.linked_by)));
    return list;
}

http::Response links_page(Visit& visit, LinksView const& view, http::Pairs typed,
                          std::vector<Problem> const& problems) {
    auto const shapes = link_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::p(
        "Cases are linked, never merged: each keeps its own people, clocks and file. Tell neither side of a "
        "counter-allegation about the other.");
    if (view.links.empty()) body << html::p("No linked cases that you may see.");
    for (auto const& link : view.links) append(body, card(view, link));
    if (view.header.may_work) {
        body << html::h2("Link another case");
        Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
        fields << govuk::button({.text = "Link case"});
        body << visit.form(links_address(view.header.reference), fields);
    }
    return visit.page(cases::section_page({.reference = view.header.reference,
                                           .section = cases::Section::file,
                                           .title = "Linked cases",
                                           .body = std::move(body),
                                           .has_errors = !problems.empty(),
                                           .narrow = true,
                                           .part = "/links",
                                           .may_see_history = view.header.may_see_history},
                                          view.header.counts),
                      problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_links(Visit& visit) {
    auto const view = usecases::links::view_links(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    return links_page(visit, *view, {}, {});
}

http::Response post_link(Visit& visit) {
    auto const view = usecases::links::view_links(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(link_form());
    if (!parsed.ok()) return links_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.reference = view->header.reference;
    auto const linked = usecases::links::link_case(visit.context, parsed.input);
    if (linked) return visit.done(links_address(view->header.reference), "Cases linked.");
    if (is_about_the_form(linked.error()))
        return links_page(visit, *view, std::move(parsed.typed), problems_of(linked.error()));
    return visit.refused(linked.error());
}

http::Response show_unlink(Visit& visit) {
    auto const view = usecases::links::view_links(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto const other = visit.request.parameter("other");
    for (auto const& link : view->links)
        if (link.reference == other)
            return cases::case_question_page(
                visit, {.reference = view->header.reference,
                        .title = "Remove a link",
                        .warning = "The link with " + link.reference +
                                   " is removed from both cases. Both files keep that they were linked.",
                        .action = links_address(view->header.reference) + "/" + link.reference + "/remove",
                        .yes_words = "Remove link",
                        .cancel_href = links_address(view->header.reference)});
    return visit.refused(Refusal(RefusalKind::not_found, "not-linked", "These two cases are not linked"));
}

http::Response post_unlink(Visit& visit) {
    std::string const reference(visit.request.parameter("reference"));
    auto const removed = usecases::links::unlink_case(
        visit.context,
        {.reference = reference, .other_reference = std::string(visit.request.parameter("other"))});
    if (!removed) return visit.refused(removed.error());
    return visit.done(links_address(reference), "Link removed.");
}

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    routes.push_back({Method::get, "/cases/{reference}/links", Access::to(Action::see_case), show_links});
    routes.push_back({Method::post, "/cases/{reference}/links", Access::to(Action::work_case), post_link,
                      http::Body::form});
    routes.push_back(
        {Method::get, "/cases/{reference}/links/{other}/remove", Access::to(Action::work_case), show_unlink});
    routes.push_back({Method::post, "/cases/{reference}/links/{other}/remove", Access::to(Action::work_case),
                      post_unlink, http::Body::form});
}

}  // namespace doorstep::pages::links
