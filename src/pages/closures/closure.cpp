#include "pages/closures/closure.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "html/elements.h"
#include "inputs/closures/close_case.h"
#include "pages/cases/case_frame.h"
#include "pages/closures/closure_parts.h"
#include "usecases/closures/close_case.h"

namespace doorstep::pages::closures {
namespace {

using namespace inputs::closures;
using usecases::closures::ClosureView;

std::string approval_words(ClosureView const& view) {
    if (view.approval_if_resolved) return "A manager has to agree before this case is closed.";
    if (view.approval_if_unresolved) return "A manager has to agree before this case is closed unresolved.";
    return "";
}

http::Response section(Visit& visit, ClosureView const& view, char const* title, Html body) {
    return visit.page(cases::section_page({.reference = view.file.reference,
                                           .section = cases::Section::overview,
                                           .title = title,
                                           .body = std::move(body),
                                           .narrow = true},
                                          view.counts));
}

http::Response closing_page(Visit& visit, ClosureView const& view, http::Pairs typed,
                            std::vector<Problem> const& problems, int status) {
    auto const address = cases::case_address(view.file.reference);
    WhyQuestions const why(view);
    auto const base_shapes = closing_form().shapes();
    auto shapes = base_shapes;
    for (auto& shape : why.shapes()) shapes.push_back(std::move(shape));

    forms::FormView const form{
        .typed = std::move(typed), .problems = problems, .choices = closing_choices(view)};
    auto base = base_shapes;
    if (!form.choices.contains("confirmed")) base.pop_back();
    Html fields = forms::render_fields(base, form);
    for (auto const& name : why.names()) fields << forms::render_field(shapes, name, form);
    fields << forms::buttons("Close case", address);

    Html body = html::h2("Before it is closed");
    body << check_list(view);
    if (auto const words = approval_words(view); !words.empty()) body << govuk::inset_text({.text = words});
    http::Pairs hidden;
    hidden.set("version", std::to_string(view.file.version));
    body << visit.form(address + "/closure", fields, std::move(hidden));
    return visit.page(cases::form_page({.reference = view.file.reference,
                                        .section = cases::Section::overview,
                                        .title = "Close the case",
                                        .body = std::move(body),
                                        .has_errors = !problems.empty()},
                                       forms::problem_summary(problems, shapes, visit.language())),
                      status);
}

http::Response blocked_page(Visit& visit, ClosureView const& view, int status) {
    Html body = html::p("Finish what is left, then close the case.");
    body << check_list(view);
    body << html::p(html::a(cases::case_address(view.file.reference), "Back to the case"));
    auto page = cases::form_page({.reference = view.file.reference,
                                  .section = cases::Section::overview,
                                  .title = "This case cannot be closed yet",
                                  .body = std::move(body)});
    return visit.page(std::move(page), status);
}

http::Response waiting_page(Visit& visit, ClosureView const& view) {
    Html body = html::p("A manager decides. Until then the case is worked on as before, and no clock stops.");
    body << waiting_facts(view);
    if (view.may_take_back)
        body << visit.form(
            cases::case_address(view.file.reference) + "/closure/withdrawal",
            govuk::button({.text = "Take back the request", .classes = "govuk-button--secondary"}));
    return section(visit, view, "Waiting for approval to close", std::move(body));
}

http::Response closed_page(Visit& visit, ClosureView const& view) {
    Html body = closed_facts(view);
    if (view.may_reopen)
        body << govuk::button({.text = "Reopen the case",
                               .href = cases::case_address(view.file.reference) + "/reopening",
                               .classes = "govuk-button--secondary"});
    return section(visit, view, "This case is closed", std::move(body));
}

std::string closed_words(usecases::closures::CaseClosed const& closed) {
    if (closed.waits_for_approval)
        return "Sent to a manager, who decides whether the case is closed. Until then it is worked on as "
               "before.";
    return "Case closed." + ended_words(closed.ended);
}

http::Response page_now(Visit& visit, ClosureView const& view, int status) {
    if (view.file.is_closed()) return closed_page(visit, view);
    if (view.file.state == domain::cases::State::closing) return waiting_page(visit, view);
    if (view.is_blocked) return blocked_page(visit, view, status);
    return closing_page(visit, view, {}, {}, status);
}

}  // namespace

http::Response show_closure(Visit& visit) {
    auto const view = usecases::closures::view_closure(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    return page_now(visit, *view, 200);
}

http::Response post_closure(Visit& visit) {
    auto const view = usecases::closures::view_closure(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(closing_form(), closing_choices(*view));
    if (!parsed.ok()) return closing_page(visit, *view, std::move(parsed.typed), parsed.problems, 422);
    auto const closed = usecases::closures::close_case(
        visit.context,
        {.reference = view->file.reference,
         .version = forms::Codec<std::int64_t>::decode(visit.request.form.value("version")).value_or(0),
         .closing = closing_from(*view, parsed.input, visit.request.form)});
    if (closed) return visit.done(cases::case_address(view->file.reference), closed_words(*closed));
    auto const& refusal = closed.error();
    if (refusal.code() == "cannot-close-yet") return blocked_page(visit, *view, 422);
    if (is_about_the_form(refusal))
        return closing_page(visit, *view, std::move(parsed.typed), problems_of(refusal), 422);
    if (refusal.code() == "changed-meanwhile")
        return closing_page(visit, *view, std::move(parsed.typed),
                            {{"", refusal.message() + ". Look at the case, then close it"}}, 409);
    return visit.refused(refusal);
}

http::Response post_withdrawal(Visit& visit) {
    auto const reference = visit.request.parameter("reference");
    auto const taken_back = usecases::closures::take_back_closure(visit.context, reference);
    if (!taken_back) return visit.refused(taken_back.error());
    return visit.done(cases::case_address(reference), "Request taken back. The case is open.");
}

}  // namespace doorstep::pages::closures
