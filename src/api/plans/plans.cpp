#include "api/plans/plans.h"

#include "inputs/plans/agree_plan.h"
#include "inputs/plans/start_plan.h"
#include "inputs/plans/steps.h"
#include "usecases/cases/open_case.h"

namespace doorstep::api::plans {
namespace {

using domain::access::Action;
using http::Access;
using http::Method;
using usecases::plans::PlanView;
using usecases::plans::PlanWithSteps;
using usecases::plans::StepView;

Resource<StepView> const& step_resource() {
    using S = StepView;
    static Resource<S> const resource{
        "PlanStep",
        {
            member<S>("id", "Its id", [](S const& s) { return s.step.id; }),
            member<S>("what", "What will be done", [](S const& s) { return s.step.what; }),
            member<S>("track", "What kind of step", [](S const& s) { return s.step.track; }),
            member<S>("owner-kind", "Who does it", [](S const& s) { return s.step.owner_kind; }),
            member<S>("whose", "In words", [](S const& s) { return s.whose; }),
            member<S>("due-on", "By when", [](S const& s) { return s.step.due_on; }),
            member<S>("state", "Where it stands", [](S const& s) { return s.step.state; }),
            member<S>("done-on", "Done or dropped", [](S const& s) { return s.step.done_on; }),
            member<S>("result", "What came of it", [](S const& s) { return s.step.result; }),
            member<S>("version", "Raised by every change; the ETag begins with it",
                      [](S const& s) { return s.step.version; }),
        }};
    return resource;
}

Resource<PlanWithSteps> const& plan_part_resource() {
    using P = PlanWithSteps;
    static Resource<P> const resource{
        "PlanWithSteps",
        {
            member<P>("id", "Its id", [](P const& p) { return p.plan.id; }),
            member<P>("number", "The first of the case is 1", [](P const& p) { return p.plan.number; }),
            member<P>("state", "Where it stands", [](P const& p) { return p.plan.state; }),
            member<P>("made-on", "The day it was begun", [](P const& p) { return p.plan.made_on; }),
            member<P>("made-by", "Who began it", [](P const& p) { return p.made_by; }),
            member<P>("agreed-on", "The day it was agreed", [](P const& p) { return p.plan.agreed_on; }),
            member<P>("agreed-with", "Name; empty before", [](P const& p) { return p.agreed_with; }),
            member<P>("agreed-how", "How it was agreed", [](P const& p) { return p.plan.agreed_how; }),
            list_member<P>("steps", "In their order", step_resource(), [](P const& p) { return p.steps; }),
            member<P>("version", "Raised by every change", [](P const& p) { return p.plan.version; }),
        }};
    return resource;
}

Resource<PlanView> const& plan_resource() {
    using V = PlanView;
    static Resource<V> const resource{
        "Plan",
        {
            optional_member<V>("agreed", "In force", plan_part_resource(),
                               [](V const& v) { return v.agreed; }),
            optional_member<V>("draft", "Not agreed yet; the ETag is of it where there is one",
                               plan_part_resource(), [](V const& v) { return v.draft; }),
            list_member<V>("replaced", "Earlier ones, newest first", plan_part_resource(),
                           [](V const& v) { return v.replaced; }),
            member<V>("may-plan", "This account may begin, change and agree plans",
                      [](V const& v) { return v.may_plan; }),
        }};
    return resource;
}

template <class Id>
struct Made {
    Id id;
};
using PlanMade = Made<ActionPlanId>;
using StepMade = Made<PlanStepId>;

Resource<PlanMade> const& plan_made_resource() {
    static Resource<PlanMade> const resource{
        "PlanMade", {member<PlanMade>("id", "Its id", [](PlanMade const& p) { return p.id; })}};
    return resource;
}
Resource<StepMade> const& step_made_resource() {
    static Resource<StepMade> const resource{
        "PlanStepMade", {member<StepMade>("id", "Its id", [](StepMade const& p) { return p.id; })}};
    return resource;
}

Resource<usecases::plans::PlanAgreed> const& plan_agreed_resource() {
    using P = usecases::plans::PlanAgreed;
    static Resource<P> const resource{"PlanAgreed",
                                      {
                                          member<P>("steps", "How many", [](P const& p) { return p.steps; }),
                                          member<P>("kept-promise", "Agreed by the day promised",
                                                    [](P const& p) { return p.kept_promise; }),
                                      }};
    return resource;
}

Resource<usecases::plans::StepEnded> const& step_ended_resource() {
    using S = usecases::plans::StepEnded;
    static Resource<S> const resource{
        "PlanStepEnded",
        {
            member<S>("on-time", "By its day", [](S const& s) { return s.on_time; }),
            member<S>("late", "Steps of the case late so far", [](S const& s) { return s.late; }),
            member<S>("total", "Steps that count", [](S const& s) { return s.total; }),
        }};
    return resource;
}

std::string plan_path(std::string const& reference) { return "/api/v1/cases/" + reference + "/plan"; }

http::Response get_plan(Call& call) {
    auto const view = usecases::plans::view_plan(call.context, call.parameter("reference"));
    if (!view) return call.refused(view.error());
    auto const version = view->draft    ? view->draft->plan.version
                         : view->agreed ? view->agreed->plan.version
                                        : 1;
    return call.found(plan_resource(), *view, version);
}

http::Response start_plan(Call& call) {
    auto const view = usecases::plans::view_new_plan(call.context, call.parameter("reference"));
    if (!view) return call.refused(view.error());
    auto input = call.parse(inputs::plans::start_plan_form(), inputs::plans::template_choices(*view));
    if (!input) return call.refused(input.error());
    input->reference = view->reference;
    auto const address = plan_path(view->reference);
    return call.make<ActionPlanId>([&] { return usecases::plans::start_plan(call.context, *input); },
                                   [address](ActionPlanId const& id) {
                                       return Call::made(plan_made_resource(), PlanMade{id}, address);
                                   });
}

http::Response add_step(Call& call) {
    auto const view =
        usecases::plans::view_step_form(call.context, call.parameter("reference"), std::nullopt);
    if (!view) return call.refused(view.error());
    auto const typed = call.parse(inputs::plans::step_form(), inputs::plans::step_choices(*view));
    if (!typed) return call.refused(typed.error());
    auto input = inputs::plans::save_step_input(*typed);
    input.reference = view->reference;
    auto const address = plan_path(view->reference) + "/steps/";
    return call.make<PlanStepId>([&] { return usecases::plans::save_step(call.context, input); },
                                 [address](PlanStepId const& id) {
                                     return Call::made(step_made_resource(), StepMade{id},
                                                       address + std::string(id.text()));
                                 });
}

/// A step among those of the plans that are shown.
Expected<StepView> step_of_call(Call& call) {
    auto const view = usecases::plans::view_plan(call.context, call.parameter("reference"));
    if (!view) return refuse(view.error());
    auto const among = [&](std::vector<StepView> const& steps) -> StepView const* {
        for (auto const& step : steps)
            if (step.step.id.text() == call.parameter("step")) return &step;
        return nullptr;
    };
    StepView const* found = nullptr;
    if (view->agreed) found = among(view->agreed->steps);
    if (!found && view->draft) found = among(view->draft->steps);
    for (auto const& plan : view->replaced)
        if (!found) found = among(plan.steps);
    if (!found)
        return refuse(RefusalKind::not_found, "step-unknown",
                      "There is no such step in the plans of this case");
    return *found;
}

http::Response get_step(Call& call) {
    auto const step = step_of_call(call);
    if (!step) return call.refused(step.error());
    return call.found(step_resource(), *step, step->step.version);
}

http::Response edit_step(Call& call) {
    auto const version = call.seen_version();
    if (!version) return call.refused(version.error());
    auto const step = step_of_call(call);
    if (!step) return call.refused(step.error());
    auto const view =
        usecases::plans::view_step_form(call.context, call.parameter("reference"), step->step.id);
    if (!view) return call.refused(view.error());
    auto const typed = call.parse_change(inputs::plans::step_form(), inputs::plans::typed_step(step->step),
                                         inputs::plans::step_choices(*view));
    if (!typed) return call.refused(typed.error());
    auto input = inputs::plans::save_step_input(*typed);
    input.reference = view->reference;
    input.id = step->step.id;
    input.version = *version;
    auto const saved = usecases::plans::save_step(call.context, input);
    if (!saved) return call.refused(saved.error());
    return get_step(call);
}

http::Response end_step(Call& call) {
    auto const version = call.seen_version();
    if (!version) return call.refused(version.error());
    auto const step = step_of_call(call);
    if (!step) return call.refused(step.error());
    auto const typed = call.parse(inputs::plans::end_form());
    if (!typed) return call.refused(typed.error());
    auto const ended =
        usecases::plans::end_step(call.context, {.reference = std::string(call.parameter("reference")),
                                                 .id = step->step.id,
                                                 .version = *version,
                                                 .state = typed->state,
                                                 .on = typed->on,
                                                 .result = typed->result});
    if (!ended) return call.refused(ended.error());
    return call.found(step_ended_resource(), *ended);
}

http::Response agree_plan(Call& call) {
    auto const version = call.seen_version();
    if (!version) return call.refused(version.error());
    auto const view = usecases::plans::view_agreement(call.context, call.parameter("reference"));
    if (!view) return call.refused(view.error());
    auto input = call.parse(inputs::plans::agree_plan_form(), inputs::plans::agreement_choices(*view));
    if (!input) return call.refused(input.error());
    input->reference = view->reference;
    input->plan = view->draft.plan.id;
    input->version = *version;
    auto const agreed = usecases::plans::agree_plan(call.context, *input);
    if (!agreed) return call.refused(agreed.error());
    return call.found(plan_agreed_resource(), *agreed);
}

}  // namespace

void add_endpoints(Endpoints& endpoints) {
    std::string const plan = "/api/v1/cases/{reference}/plan";
    auto const add = [&](Endpoint endpoint) { endpoints.push_back(std::move(endpoint)); };
    add({.method = Method::get,
         .pattern = plan,
         .access = Access::to(Action::see_protected_details),
         .operation = "getPlan",
         .summary = "The action plans of a case",
         .handler = get_plan,
         .answer = one_with_etag(plan_resource(), "Agreed, draft and replaced")});
    add({.method = Method::post,
         .pattern = plan,
         .access = Access::to(Action::agree_plan),
         .operation = "startPlan",
         .summary = "Begins a draft",
         .handler = start_plan,
         .answer = made(plan_made_resource(), "The draft"),
         .body = body_of(inputs::plans::start_plan_form),
         .needs = Needs::idempotency_key});
    add({.method = Method::post,
         .pattern = plan + "/steps",
         .access = Access::to(Action::agree_plan),
         .operation = "addPlanStep",
         .summary = "Adds a step to the draft",
         .handler = add_step,
         .answer = made(step_made_resource(), "The step"),
         .body = body_of(inputs::plans::step_form),
         .needs = Needs::idempotency_key});
    add({.method = Method::get,
         .pattern = plan + "/steps/{step}",
         .access = Access::to(Action::see_protected_details),
         .operation = "getPlanStep",
         .summary = "One step",
         .handler = get_step,
         .answer = one_with_etag(step_resource(), "The step")});
    add({.method = Method::patch,
         .pattern = plan + "/steps/{step}",
         .access = Access::to(Action::agree_plan),
         .operation = "editPlanStep",
         .summary = "Changes a step of the draft. What is left out stays as it is",
         .handler = edit_step,
         .answer = one_with_etag(step_resource(), "The step as it is now"),
         .body = changes_of(inputs::plans::step_form),
         .needs = Needs::if_match});
    add({.method = Method::post,
         .pattern = plan + "/steps/{step}/end",
         .access = Access::to(Action::work_case),
         .operation = "endPlanStep",
         .summary = "A step of the agreed plan is done, or dropped with the reason",
         .handler = end_step,
         .answer = one(step_ended_resource(), "How the plan is kept"),
         .body = body_of(inputs::plans::end_form),
         .needs = Needs::if_match});
    add({.method = Method::post,
         .pattern = plan + "/agreement",
         .access = Access::to(Action::agree_plan),
         .operation = "agreePlan",
         .summary =
             "The draft becomes the plan of the case. If-Match has the ETag of the plan that was read out",
         .handler = agree_plan,
         .answer = one(plan_agreed_resource(), "It is agreed"),
         .body = body_of(inputs::plans::agree_plan_form),
         .needs = Needs::if_match});
}

}  // namespace doorstep::api::plans
