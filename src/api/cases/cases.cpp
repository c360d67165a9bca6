#include "api/cases/cases.h"

#include "inputs/cases/edit_case.h"
#include "usecases/cases/edit_case.h"
#include "usecases/cases/view_facts.h"
#include "usecases/find/walk_cases.h"

namespace doorstep::api::cases {
namespace {

using domain::access::Action;
using domain::cases::CaseFile;
using http::Access;
using http::Method;
using storage::case_list::ListedCase;
using usecases::cases::CaseFacts;

Resource<ListedCase> const& listed_case_resource() {
    using C = ListedCase;
    static Resource<C> const resource{
        "ListedCase",
        {
            member<C>("reference", "What people call it: ASB-26-00142",
                      [](C const& c) { return c.reference; }),
            member<C>("id", "Its id, as in webhooks", [](C const& c) { return c.id; }),
            member<C>("title", "Kind and place, never a name", [](C const& c) { return c.title; }),
            member<C>("state", "Where it stands", [](C const& c) { return c.state; }),
            member<C>("category", "Code of its kind", [](C const& c) { return c.category; }),
            member<C>("risk-band", "Null until assessed", [](C const& c) { return c.risk_band; }),
            member<C>("high-risk-until-assessed", "Treated as high risk although nobody has assessed it yet",
                      [](C const& c) { return c.is_high_until_assessed(); }),
            member<C>("in-danger", "Somebody is in danger", [](C const& c) { return c.in_danger; }),
            member<C>("self-harm", "Somebody spoke of harming themselves",
                      [](C const& c) { return c.self_harm; }),
            member<C>("restricted", "Only named people may open it", [](C const& c) { return c.restricted; }),
            member<C>("opened-on", "The day it was opened", [](C const& c) { return c.opened_on; }),
            member<C>("next-contact-by", "Earliest of its complainants",
                      [](C const& c) { return c.next_contact_by; }),
            member<C>("risk-review-by", "When risk is to be assessed next",
                      [](C const& c) { return c.risk_review_by; }),
            member<C>("plan-by", "When a plan is to be agreed", [](C const& c) { return c.plan_by; }),
            member<C>("closed-on", "The day it was closed", [](C const& c) { return c.closed_on; }),
            member<C>("owner", "Name of its owner; empty without one",
                      [](C const& c) { return c.owner_name; }),
            member<C>("area", "Name of its area; empty without one", [](C const& c) { return c.area_name; }),
        }};
    return resource;
}

/// A member of the case itself.
template <class Get>
Member<CaseFacts> of_file(char const* name, char const* description, Get get) {
    return member<CaseFacts>(name, description, [get](CaseFacts const& facts) { return get(facts.file); });
}

Resource<CaseFacts> const& case_resource() {
    using F = CaseFile;
    static Resource<CaseFacts> const resource{
        "Case",
        {
            of_file("reference", "What people call it: ASB-26-00142", [](F const& f) { return f.reference; }),
            of_file("id", "Its id, as in webhooks", [](F const& f) { return f.id; }),
            of_file("title", "Kind and place, never a name", [](F const& f) { return f.title; }),
            of_file("state", "Where it stands", [](F const& f) { return f.state; }),
            of_file("category", "Code of its kind", [](F const& f) { return f.category; }),
            of_file("subcategory", "Code of its closer kind; empty without one",
                    [](F const& f) { return f.subcategory; }),
            of_file("harm-group", "Personal, nuisance or environmental",
                    [](F const& f) { return f.harm_group; }),
            of_file("hate", "Somebody believes it happens because of who they are",
                    [](F const& f) { return f.hate; }),
            of_file("in-danger", "Somebody is in danger", [](F const& f) { return f.in_danger; }),
            of_file("self-harm", "Somebody spoke of harming themselves",
                    [](F const& f) { return f.self_harm; }),
            of_file("restricted", "Only named people may open it", [](F const& f) { return f.restricted; }),
            of_file("channel", "How it reached us", [](F const& f) { return f.channel; }),
            of_file("raised-on", "The day the issue was raised: first contact is counted from it",
                    [](F const& f) { return f.raised_on; }),
            of_file("opened-on", "The day it was opened", [](F const& f) { return f.opened_on; }),
            of_file("owner-id", "Account of its owner", [](F const& f) { return f.owner; }),
            member<CaseFacts>("owner", "Name of its owner; empty without one",
                              [](CaseFacts const& c) { return c.labels.owner_name; }),
            of_file("housing-officer-id", "Account of its housing officer",
                    [](F const& f) { return f.housing_officer; }),
            member<CaseFacts>("housing-officer", "Name of its housing officer; empty without one",
                              [](CaseFacts const& c) { return c.labels.housing_officer_name; }),
            of_file("area-id", "Id of its area", [](F const& f) { return f.area; }),
            member<CaseFacts>("area", "Name of its area; empty without one",
                              [](CaseFacts const& c) { return c.labels.area_name; }),
            member<CaseFacts>("address", "One line; null for those who may not see it",
                              [](CaseFacts const& c) {
                                  return c.sees_protected_details && !c.labels.address_line.empty()
                                             ? std::optional(c.labels.address_line)
                                             : std::nullopt;
                              }),
            member<CaseFacts>("place", "Where it happens, in words; null for those who may not see it",
                              [](CaseFacts const& c) {
                                  return c.sees_protected_details ? std::optional(c.file.place_text)
                                                                  : std::nullopt;
                              }),
            of_file("risk-band", "Null until assessed", [](F const& f) { return f.risk_band; }),
            of_file("high-risk-until-assessed", "Treated as high risk although nobody has assessed it yet",
                    [](F const& f) { return f.is_high_until_assessed(); }),
            of_file("risk-assessed-on", "The day of the newest assessment",
                    [](F const& f) { return f.risk_assessed_on; }),
            of_file("risk-review-by", "When risk is to be assessed next",
                    [](F const& f) { return f.risk_review_by; }),
            of_file("first-contact-by", "Earliest first contact that is still to come",
                    [](F const& f) { return f.first_contact_by; }),
            of_file("next-contact-by", "Earliest of its complainants",
                    [](F const& f) { return f.next_contact_by; }),
            of_file("plan-by", "When a plan is to be agreed", [](F const& f) { return f.plan_by; }),
            of_file("plan-agreed-on", "The day the plan in force was agreed",
                    [](F const& f) { return f.plan_agreed_on; }),
            of_file("steps-total", "Steps of agreed plans that count",
                    [](F const& f) { return f.steps_total; }),
            of_file("steps-done", "Of these, done", [](F const& f) { return f.steps_done; }),
            of_file("steps-late", "Of these, late", [](F const& f) { return f.steps_late; }),
            of_file("paused-until", "While it is paused", [](F const& f) { return f.paused_until; }),
            of_file("closed-on", "The day it was closed", [](F const& f) { return f.closed_on; }),
            of_file("outcome", "How it ended", [](F const& f) { return f.outcome; }),
            of_file("closing-reason", "Code of the reason", [](F const& f) { return f.closing_reason; }),
            of_file("reopened-count", "How often it was opened again",
                    [](F const& f) { return f.reopened_count; }),
            of_file("contacts-count", "Contacts recorded", [](F const& f) { return f.contacts_count; }),
            of_file("version", "Raised by every change; the ETag begins with it",
                    [](F const& f) { return f.version; }),
        }};
    return resource;
}

http::Response list_cases(Call& call) {
    using storage::case_list::Clock;
    using storage::case_list::Risk;
    using storage::case_list::Stage;
    auto const& query = call.request.query;
    auto const limit = limit_of(call);
    if (!limit) return call.refused(limit.error());
    auto const stage = enum_of<Stage>(call, "stage");
    if (!stage) return call.refused(stage.error());
    auto const risk = enum_of<Risk>(call, "risk");
    if (!risk) return call.refused(risk.error());
    auto const overdue = enum_of<Clock>(call, "overdue");
    if (!overdue) return call.refused(overdue.error());

    usecases::find::WalkCases walk;
    walk.filter.stage = stage->value_or(Stage::all);
    walk.filter.risk = *risk;
    walk.filter.overdue = *overdue;
    if (query.has("category")) walk.filter.category = std::string(query.value("category"));
    if (auto const owner = query.value("owner"); owner == "me") {
        walk.filter.owner = call.context.viewer.account;
    } else if (owner == "nobody") {
        walk.filter.without_owner = true;
    } else if (query.has("owner")) {
        walk.filter.owner = AccountId::parse(owner);
        if (!walk.filter.owner)
            return call.refused(Refusal(RefusalKind::invalid, "bad-parameter",
                                        "owner must be me, nobody or an account's id"));
    }
    walk.after = std::string(query.value("cursor"));
    walk.limit = *limit;
    auto const walked = usecases::find::walk_cases(call.context, walk);
    if (!walked) return call.refused(walked.error());
    return call.found_page(listed_case_resource(), walked->cases, walked->next);
}

http::Response get_case(Call& call) {
    auto const facts = usecases::cases::view_facts(call.context, call.parameter("reference"));
    if (!facts) return call.refused(facts.error());
    return call.found(case_resource(), *facts, facts->file.version);
}

http::Response edit_case(Call& call) {
    auto const version = call.seen_version();
    if (!version) return call.refused(version.error());
    auto const view = usecases::cases::view_case_form(call.context, call.parameter("reference"));
    if (!view) return call.refused(view.error());
    auto input = call.parse_change(inputs::cases::edit_case_form(), view->stored,
                                   inputs::cases::edit_case_choices(*view));
    if (!input) return call.refused(input.error());
    input->reference = view->header.reference;
    input->version = *version;
    auto const edited = usecases::cases::edit_case(call.context, *input);
    if (!edited) return call.refused(edited.error());
    return get_case(call);
}

}  // namespace

void add_endpoints(Endpoints& endpoints) {
    using storage::case_list::Clock;
    using storage::case_list::Risk;
    using storage::case_list::Stage;
    endpoints.push_back({.method = Method::get,
                         .pattern = "/api/v1/cases",
                         .access = Access::to(Action::find_cases),
                         .operation = "listCases",
                         .summary = "Cases in the order of their references, open and closed",
                         .handler = list_cases,
                         .answer = page_of(listed_case_resource(), "A page of cases"),
                         .query = {cursor_parameter(),
                                   limit_parameter(),
                                   enum_parameter<Stage>("stage", "Where they stand; `all` when not given"),
                                   enum_parameter<Risk>("risk", "Their risk band"),
                                   enum_parameter<Clock>("overdue", "What of theirs is overdue today"),
                                   {.name = "category", .description = "Code of their kind"},
                                   {.name = "owner", .description = "`me`, `nobody` or an account's id"}}});
    endpoints.push_back({.method = Method::get,
                         .pattern = "/api/v1/cases/{reference}",
                         .access = Access::to(Action::see_case),
                         .operation = "getCase",
                         .summary = "One case",
                         .handler = get_case,
                         .answer = one_with_etag(case_resource(), "The case")});
    endpoints.push_back({.method = Method::patch,
                         .pattern = "/api/v1/cases/{reference}",
                         .access = Access::to(Action::work_case),
                         .operation = "editCase",
                         .summary = "What a case says of itself. What is left out stays as it is",
                         .handler = edit_case,
                         .answer = one_with_etag(case_resource(), "The case as it is now"),
                         .body = changes_of(inputs::cases::edit_case_form),
                         .needs = Needs::if_match});
}

}  // namespace doorstep::api::cases
