#include "api/closures/closures.h"

#include "inputs/closures/close_case.h"

namespace doorstep::api::closures {
namespace {

using domain::access::Action;
using http::Access;
using http::Method;
using usecases::closures::CaseClosed;
using usecases::closures::ClosureView;

Resource<ClosureView::CheckLine> const& check_resource() {
    using L = ClosureView::CheckLine;
    static Resource<L> const resource{
        "ClosingCheck",
        {
            member<L>("code", "Its code", [](L const& l) { return l.check.code; }),
            member<L>("label", "What has to be so", [](L const& l) { return l.check.label; }),
            member<L>("blocks", "The case cannot be closed while it is not so",
                      [](L const& l) { return l.check.blocks; }),
            member<L>("met", "False for what only the officer knows: they confirm it",
                      [](L const& l) { return l.met; }),
            member<L>("officer-says", "Name it in `confirmed`",
                      [](L const& l) { return l.check.need == domain::closures::Need::officer_says; }),
            member<L>("left", "How many items of work stand in its way",
                      [](L const& l) { return std::ssize(l.open); }),
        }};
    return resource;
}

Resource<ClosureView::Reason> const& closing_reason_resource() {
    using R = ClosureView::Reason;
    static Resource<R> const resource{"ClosingReason",
                                      {
                                          member<R>("code", "Its code", [](R const& r) { return r.code; }),
                                          member<R>("label", "In words", [](R const& r) { return r.label; }),
                                      }};
    return resource;
}

Resource<ClosureView> const& closure_resource() {
    using V = ClosureView;
    static Resource<V> const resource{
        "Closure",
        {
            member<V>("state", "Of the case", [](V const& v) { return v.file.state; }),
            member<V>("is-blocked", "Something has to be finished first",
                      [](V const& v) { return v.is_blocked; }),
            list_member<V>("checks", "None for a closed case", check_resource(),
                           [](V const& v) { return v.checks; }),
            list_member<V>("resolved-reasons", "For the outcome resolved", closing_reason_resource(),
                           [](V const& v) { return v.resolved; }),
            list_member<V>("unresolved-reasons", "For the outcome unresolved", closing_reason_resource(),
                           [](V const& v) { return v.unresolved; }),
            member<V>("approval-if-resolved", "A manager has to agree",
                      [](V const& v) { return v.approval_if_resolved; }),
            member<V>("approval-if-unresolved", "A manager has to agree",
                      [](V const& v) { return v.approval_if_unresolved; }),
            member<V>("version", "Of the case; the ETag begins with it",
                      [](V const& v) { return v.file.version; }),
        }};
    return resource;
}

Resource<CaseClosed> const& case_closed_resource() {
    using C = CaseClosed;
    static Resource<C> const resource{
        "CaseClosed",
        {
            member<C>("waits-for-approval", "A manager was asked; the case is still worked on",
                      [](C const& c) { return c.waits_for_approval; }),
            member<C>("letters-written", "Closing letters on their way",
                      [](C const& c) { return c.ended.letters.written; }),
            member<C>("letters-by-hand", "People who cannot be written to safely: tell them another way",
                      [](C const& c) { return c.ended.letters.by_hand; }),
            member<C>("surveys", "Survey calls that fall due", [](C const& c) { return c.ended.surveys; }),
            member<C>("surveys-from", "The day they do", [](C const& c) { return c.ended.surveys_from; }),
        }};
    return resource;
}

http::Response get_closure(Call& call) {
    auto const view = usecases::closures::view_closure(call.context, call.parameter("reference"));
    if (!view) return call.refused(view.error());
    return call.found(closure_resource(), *view, view->file.version);
}

http::Response close_case(Call& call) {
    auto const version = call.seen_version();
    if (!version) return call.refused(version.error());
    auto const view = usecases::closures::view_closure(call.context, call.parameter("reference"));
    if (!view) return call.refused(view.error());
    inputs::closures::WhyQuestions const why(*view);
    auto shapes = inputs::closures::closing_form().shapes();
    for (auto& shape : why.shapes()) shapes.push_back(std::move(shape));
    auto const typed = forms::typed_from_json(shapes, call.request.body);
    if (!typed) return call.refused(typed.error());
    inputs::closures::TypedClosing closing;
    auto problems = forms::parse_into(closing, inputs::closures::closing_form(), *typed,
                                      {.today = call.context.today,
                                       .language = call.request.language,
                                       .choices = inputs::closures::closing_choices(*view)});
    if (!problems.empty()) return call.refused(Call::refusal_of(std::move(problems)));
    auto const closed = usecases::closures::close_case(
        call.context, {.reference = view->file.reference,
                       .version = *version,
                       .closing = inputs::closures::closing_from(*view, closing, *typed)});
    if (!closed) return call.refused(closed.error());
    return call.found(case_closed_resource(), *closed);
}

/// The form, and a text for each check that is passed over.
std::string close_case_schema() {
    auto schema = json::parse(forms::schema(inputs::closures::closing_form().shapes())).as_object();
    schema["patternProperties"] = json::object{
        {"^why-",
         json::object{{"type", "string"},
                      {"description",
                       "Why it is closed although the check of this code is not so: `why-` and the code"}}}};
    return json::serialize(schema);
}

}  // namespace

void add_endpoints(Endpoints& endpoints) {
    std::string const pattern = "/api/v1/cases/{reference}/closure";
    endpoints.push_back({.method = Method::get,
                         .pattern = pattern,
                         .access = Access::to(Action::close_case),
                         .operation = "getClosure",
                         .summary = "What stands between a case and its closing",
                         .handler = get_closure,
                         .answer = one_with_etag(closure_resource(), "Checks and reasons")});
    endpoints.push_back({.method = Method::post,
                         .pattern = pattern,
                         .access = Access::to(Action::close_case),
                         .operation = "closeCase",
                         .summary = "Closes a case, or asks a manager to agree where the standard says so",
                         .handler = close_case,
                         .answer = one(case_closed_resource(), "Closed, or sent for approval"),
                         .body = close_case_schema,
                         .needs = Needs::if_match});
}

}  // namespace doorstep::api::closures
