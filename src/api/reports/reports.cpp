#include "api/reports/reports.h"

#include "api/reports/report_resource.h"
#include "inputs/reports/kinds.h"
#include "inputs/reports/whole_report.h"
#include "inputs/triage/decide_report.h"
#include "usecases/places/find_addresses.h"
#include "usecases/reports/send_report.h"
#include "usecases/settings.h"
#include "usecases/triage/decide.h"
#include "usecases/triage/list_triage.h"

namespace doorstep::api::reports {
namespace {

using domain::access::Action;
using http::Access;
using http::Method;
using storage::reports::Queue;
using usecases::reports::ReportSent;
using usecases::triage::ReportDecided;

Refusal no_such_report() {
    return Refusal(RefusalKind::not_found, "report-not-found", "There is no report here that you can see");
}

Resource<ReportSent> const& report_sent_resource() {
    using R = ReportSent;
    static Resource<R> const resource{
        "ReportSent",
        {
            member<R>("id", "Its id", [](R const& r) { return r.id; }),
            member<R>("reference", "What people call it: R-26-00311", [](R const& r) { return r.reference; }),
            member<R>("first-contact-by", "By when we promise to be in touch",
                      [](R const& r) { return r.first_contact_by; }),
        }};
    return resource;
}

Resource<ReportDecided> const& report_decided_resource() {
    using D = ReportDecided;
    static Resource<D> const resource{
        "ReportDecided",
        {
            member<D>("path", "What became of it", [](D const& d) { return d.path; }),
            member<D>("case", "Reference of the case it is in now; empty for the other paths",
                      [](D const& d) { return d.case_reference; }),
            member<D>("first-contact-by", "With whoever reported it",
                      [](D const& d) { return d.first_contact_by; }),
            member<D>("letter-written", "What they are told is on its way",
                      [](D const& d) { return d.letter_written; }),
            member<D>("to-be-told", "Nothing can be written to them: a colleague is asked to tell them",
                      [](D const& d) { return d.to_be_told; }),
        }};
    return resource;
}

using usecases::triage::DecisionForm;
using usecases::triage::OwnerChoice;

Resource<OwnerChoice> const& owner_choice_resource() {
    using O = OwnerChoice;
    static Resource<O> const resource{
        "OwnerChoice",
        {
            member<O>("id", "Of the account", [](O const& o) { return o.id; }),
            member<O>("name", "Their name", [](O const& o) { return o.name; }),
            member<O>("why", "Why they are suggested; empty for those no rule names",
                      [](O const& o) { return o.why; }),
        }};
    return resource;
}

Resource<DecisionForm> const& decision_choices_resource() {
    using F = DecisionForm;
    static Resource<F> const resource{
        "DecisionChoices",
        {
            list_member<F>("owners", "Who may own the case, those first that a rule names",
                           owner_choice_resource(), [](F const& f) { return f.owners; }),
            member<F>("suggested-owner", "Whoever deals with this kind here",
                      [](F const& f) { return f.suggested_owner; }),
            member<F>("can-be-told", "Somebody reported it who can be told what was decided",
                      [](F const& f) { return f.can_be_told; }),
            member<F>("safe-contact", "How, in words; empty when not said",
                      [](F const& f) { return f.safe_contact; }),
        }};
    return resource;
}

forms::Choices choices_of_report(Call& call, http::Pairs const& typed) {
    auto const& settings = call.context.settings();
    auto const today = call.context.today;
    auto choices = inputs::reports::taken_channels(settings, today);
    choices["kinds"] = inputs::reports::kind_choices(settings, today);
    choices["address"].push_back({.value = "none", .text = "None of these"});
    if (auto const at = usecases::places::addresses_at(call.context, typed.value("postcode")))
        for (auto const& address : at->addresses)
            choices["address"].push_back({.value = std::string(address.id.text()), .text = ""});
    return choices;
}

http::Response create_report(Call& call) {
    auto const typed = forms::typed_from_json(inputs::reports::whole_report_shapes(), call.request.body);
    if (!typed) return call.refused(typed.error());
    auto whole = inputs::reports::read_whole_report(
        *typed, {.settings = call.context.settings(), .today = call.context.today},
        choices_of_report(call, *typed));
    if (!whole.problems.empty()) return call.refused(Call::refusal_of(std::move(whole.problems)));
    return call.make<ReportSent>([&] { return usecases::reports::send_report(call.context, whole.input); },
                                 [](ReportSent const& sent) {
                                     return Call::made(report_sent_resource(), sent,
                                                       "/api/v1/reports/" + std::string(sent.id.text()));
                                 });
}

http::Response get_report(Call& call) {
    auto const id = ReportId::parse(call.parameter("report"));
    if (!id) return call.refused(no_such_report());
    auto const view = usecases::triage::view_report(call.context, *id);
    if (!view) return call.refused(view.error());
    return call.found(report_resource(), *view, view->listed.report.version);
}

http::Response list_reports(Call& call) {
    auto const queue = enum_of<QueueName>(call, "queue");
    if (!queue) return call.refused(queue.error());
    auto const page = page_of_cursor(call);
    if (!page) return call.refused(page.error());
    auto const view = usecases::triage::list_triage(
        call.context, *queue == QueueName::restricted ? Queue::restricted : Queue::ordinary, *page);
    if (!view) return call.refused(view.error());
    std::vector<storage::reports::ListedReport> reports;
    for (auto const& waiting : view->reports) reports.push_back(waiting.listed);
    return call.found_page(listed_report_resource(), reports, cursor_after(view->page, view->pages));
}

http::Response get_decision_choices(Call& call) {
    auto const id = ReportId::parse(call.parameter("report"));
    if (!id) return call.refused(no_such_report());
    auto const view = usecases::triage::view_decision_form(call.context, *id);
    if (!view) return call.refused(view.error());
    return call.found(decision_choices_resource(), *view);
}

http::Response decide_report(Call& call) {
    auto const id = ReportId::parse(call.parameter("report"));
    if (!id) return call.refused(no_such_report());
    auto const version = call.seen_version();
    if (!version) return call.refused(version.error());
    auto const view = usecases::triage::view_decision_form(call.context, *id);
    if (!view) return call.refused(view.error());
    auto input =
        call.parse(inputs::triage::decision_form(),
                   inputs::triage::decision_choices(call.context.settings(), call.context.today, *view));
    if (!input) return call.refused(input.error());
    input->report = *id;
    input->version = *version;
    auto const decided = usecases::triage::decide_report(call.context, *input);
    if (!decided) return call.refused(decided.error());
    return call.found(report_decided_resource(), *decided);
}

}  // namespace

void add_endpoints(Endpoints& endpoints) {
    endpoints.push_back(
        {.method = Method::get,
         .pattern = "/api/v1/reports",
         .access = Access::to(Action::see_triage),
         .operation = "listReports",
         .summary = "Reports that wait in triage: danger, then self-harm, then the clock",
         .handler = list_reports,
         .answer = page_of(listed_report_resource(), "A page of 25 reports"),
         .query = {cursor_parameter(), enum_parameter<QueueName>("queue", "`ordinary` when not given")}});
    endpoints.push_back({.method = Method::post,
                         .pattern = "/api/v1/reports",
                         .access = Access::to(Action::take_report),
                         .operation = "createReport",
                         .summary = "A report, as somebody told it. What was not said is left out",
                         .handler = create_report,
                         .answer = made(report_sent_resource(), "It waits in triage"),
                         .body = [] { return forms::schema(inputs::reports::whole_report_shapes()); },
                         .needs = Needs::idempotency_key});
    endpoints.push_back({.method = Method::get,
                         .pattern = "/api/v1/reports/{report}",
                         .access = Access::to(Action::see_triage),
                         .operation = "getReport",
                         .summary = "One report",
                         .handler = get_report,
                         .answer = one_with_etag(report_resource(), "The report")});
    endpoints.push_back(
        {.method = Method::get,
         .pattern = "/api/v1/reports/{report}/decision",
         .access = Access::to(Action::decide_triage),
         .operation = "getDecisionChoices",
         .summary = "What whoever decides about a report can choose from",
         .handler = get_decision_choices,
         .answer = one(decision_choices_resource(), "Owners, and whether anybody can be told")});
    endpoints.push_back({.method = Method::post,
                         .pattern = "/api/v1/reports/{report}/decision",
                         .access = Access::to(Action::decide_triage),
                         .operation = "decideReport",
                         .summary = "What becomes of a report: one decision, for ever",
                         .handler = decide_report,
                         .answer = one(report_decided_resource(), "It is settled"),
                         .body = body_of(inputs::triage::decision_form),
                         .needs = Needs::if_match});
}

}  // namespace doorstep::api::reports
