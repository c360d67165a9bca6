#include "api/risk/risk.h"

#include "api/body.h"
#include "usecases/risk/assess_risk.h"
#include "usecases/risk/view_risk.h"

namespace doorstep::api::risk {
namespace {

using domain::access::Action;
using domain::questions::Option;
using domain::questions::Question;
using domain::risk::RiskBand;
using http::Access;
using http::Method;
using usecases::risk::AssessmentLine;
using usecases::risk::AssessRisk;
using usecases::risk::RiskAssessed;
using usecases::risk::RiskForm;

Resource<AssessmentLine> const& assessment_resource() {
    using L = AssessmentLine;
    static Resource<L> const resource{
        "RiskAssessment",
        {
            member<L>("id", "Its id", [](L const& l) { return l.assessment.id; }),
            member<L>("person", "Whose risk; null on a case without a known complainant",
                      [](L const& l) { return l.assessment.person; }),
            member<L>("person-name", "Their name", [](L const& l) { return l.person; }),
            member<L>("made-on", "The day", [](L const& l) { return l.assessment.made_on; }),
            member<L>("made-by", "Who made it", [](L const& l) { return l.made_by; }),
            member<L>("questions", "Version of the questions",
                      [](L const& l) { return l.assessment.set_version; }),
            member<L>("score", "Of what was answered", [](L const& l) { return l.assessment.score; }),
            member<L>("worst-score", "With what was not answered at its highest",
                      [](L const& l) { return l.assessment.worst_score; }),
            member<L>("complete", "Everything was answered",
                      [](L const& l) { return l.assessment.complete; }),
            member<L>("scored-band", "As worked out", [](L const& l) { return l.assessment.scored_band; }),
            member<L>("band", "In force", [](L const& l) { return l.assessment.band; }),
            member<L>("override", "What became of another band that was chosen",
                      [](L const& l) { return l.assessment.override_state; }),
            member<L>("flags", "hate, self-harm", [](L const& l) { return l.assessment.flags; }),
            member<L>("review-by", "When it is to be assessed again",
                      [](L const& l) { return l.assessment.review_by; }),
        }};
    return resource;
}

Resource<Option> const& option_resource() {
    static Resource<Option> const resource{
        "RiskOption",
        {
            member<Option>("code", "Its code", [](Option const& o) { return o.code; }),
            member<Option>("text", "As it is asked", [](Option const& o) { return o.text; }),
            member<Option>("score", "What it counts", [](Option const& o) { return o.score; }),
        }};
    return resource;
}

Resource<Question> const& question_resource() {
    static Resource<Question> const resource{
        "RiskQuestion",
        {
            member<Question>("code", "Its code", [](Question const& q) { return q.code; }),
            member<Question>("group", "Heading it stands under", [](Question const& q) { return q.group; }),
            member<Question>("text", "As it is asked", [](Question const& q) { return q.text; }),
            list_member<Question>("options", "Answers", option_resource(),
                                  [](Question const& q) { return q.options; }),
        }};
    return resource;
}

Resource<RiskForm::Person> const& assessed_person_resource() {
    using P = RiskForm::Person;
    static Resource<P> const resource{
        "AssessedPerson",
        {
            member<P>("id", "Of their part in this case", [](P const& p) { return p.id; }),
            member<P>("words", "Name and part", [](P const& p) { return p.words; }),
        }};
    return resource;
}

Resource<RiskForm> const& risk_form_resource() {
    using F = RiskForm;
    static Resource<F> const resource{
        "RiskQuestions",
        {
            member<F>("questions", "Version to send back", [](F const& f) { return f.questions->version; }),
            member<F>(
                "seen", "The newest assessment, to send back; null before the first",
                [](F const& f) { return f.newest ? std::optional(f.newest->assessment.id) : std::nullopt; }),
            list_member<F>("people", "Whose risk it can be", assessed_person_resource(),
                           [](F const& f) { return f.people; }),
            list_member<F>("asked", "The questions", question_resource(),
                           [](F const& f) { return f.questions->questions; }),
        }};
    return resource;
}

Resource<RiskAssessed> const& risk_assessed_resource() {
    using R = RiskAssessed;
    static Resource<R> const resource{
        "RiskAssessed",
        {
            member<R>("id", "Its id", [](R const& r) { return r.id; }),
            member<R>("band", "In force now", [](R const& r) { return r.band; }),
            member<R>("complete", "Everything was answered", [](R const& r) { return r.complete; }),
            member<R>("waits-for-approval", "A lower band was asked for",
                      [](R const& r) { return r.waits_for_approval; }),
            member<R>("urgent", "Somebody spoke of harming themselves: a task is due today",
                      [](R const& r) { return r.urgent; }),
            member<R>("review-by", "When it is to be assessed again", [](R const& r) { return r.review_by; }),
            member<R>("next-contact-by", "Of the case", [](R const& r) { return r.next_contact_by; }),
        }};
    return resource;
}

http::Response list_assessments(Call& call) {
    auto const page = page_of_cursor(call);
    if (!page) return call.refused(page.error());
    auto const view = usecases::risk::view_risk(call.context, call.parameter("reference"), *page);
    if (!view) return call.refused(view.error());
    int const pages =
        (view->history_total + usecases::risk::assessments_a_page - 1) / usecases::risk::assessments_a_page;
    return call.found_page(assessment_resource(), view->history, cursor_after(*page, pages));
}

http::Response get_questions(Call& call) {
    auto const form = usecases::risk::view_risk_form(call.context, call.parameter("reference"));
    if (!form) return call.refused(form.error());
    return call.found(risk_form_resource(), *form);
}

Expected<AssessRisk> assessment_of_body(Call& call, RiskForm const& form) {
    auto const body = Body::read(call.request.body, {"person", "questions", "answers", "notes", "chosen-band",
                                                     "override-reason", "seen"});
    if (!body) return refuse(body.error());
    AssessRisk input;
    input.reference = form.reference;
    auto const person = body->text("person");
    if (!person) return refuse(person.error());
    if (*person) input.person = CasePersonId::parse(**person);
    if (*person && !input.person)
        return refuse_field("person-unknown", "person", "Select whose risk this is about");
    auto const version = body->number("questions");
    if (!version) return refuse(version.error());
    input.set_version = version->value_or(form.questions->version);
    auto answers = body->texts("answers");
    if (!answers) return refuse(answers.error());
    input.answers = std::move(*answers);
    auto notes = body->texts("notes");
    if (!notes) return refuse(notes.error());
    input.notes = std::move(*notes);
    auto const band = body->text("chosen-band");
    if (!band) return refuse(band.error());
    if (*band) input.chosen_band = enum_from_name<RiskBand>(**band);
    if (*band && !input.chosen_band)
        return refuse_field("band-unknown", "chosen-band", "Select one of the bands");
    auto const reason = body->text("override-reason");
    if (!reason) return refuse(reason.error());
    input.override_reason = reason->value_or("");
    auto const seen = body->text("seen");
    if (!seen) return refuse(seen.error());
    if (*seen) input.seen = RiskAssessmentId::parse(**seen);
    return input;
}

http::Response assess_risk(Call& call) {
    auto const form = usecases::risk::view_risk_form(call.context, call.parameter("reference"));
    if (!form) return call.refused(form.error());
    auto const input = assessment_of_body(call, *form);
    if (!input) return call.refused(input.error());
    return call.make<RiskAssessed>(
        [&] { return usecases::risk::assess_risk(call.context, *input); },
        [](RiskAssessed const& assessed) { return Call::made(risk_assessed_resource(), assessed); });
}

std::string assess_schema() {
    auto const text = [](char const* description) {
        return json::object{{"type", "string"}, {"description", description}};
    };
    auto band = JsonOf<RiskBand>::schema();
    band["description"] = "Another band than the one worked out, with a reason";
    return json::serialize(json::object{
        {"type", "object"},
        {"properties",
         json::object{
             {"person", text("Whose risk: `people` of the questions")},
             {"questions", json::object{{"type", "integer"}, {"description", "Version that was asked"}}},
             {"answers", texts_schema("Code of a question to code of an option. What is left out "
                                      "counts at its highest")},
             {"notes", texts_schema("Code of a question to what was said")},
             {"chosen-band", std::move(band)},
             {"override-reason", text("Why another band")},
             {"seen", text("`seen` of the questions: refused when somebody assessed since")}}},
        {"required", json::array{"answers"}},
        {"additionalProperties", false}});
}

}  // namespace

void add_endpoints(Endpoints& endpoints) {
    std::string const pattern = "/api/v1/cases/{reference}/risk";
    endpoints.push_back({.method = Method::get,
                         .pattern = pattern,
                         .access = Access::to(Action::see_protected_details),
                         .operation = "listRiskAssessments",
                         .summary = "Risk assessments of a case, newest first",
                         .handler = list_assessments,
                         .answer = page_of(assessment_resource(), "A page of 25 assessments"),
                         .query = {cursor_parameter()}});
    endpoints.push_back({.method = Method::get,
                         .pattern = pattern + "/questions",
                         .access = Access::to(Action::assess_risk),
                         .operation = "getRiskQuestions",
                         .summary = "What is asked in a risk assessment of this case, and of whom",
                         .handler = get_questions,
                         .answer = one(risk_form_resource(), "The questions in use today")});
    endpoints.push_back({.method = Method::post,
                         .pattern = pattern,
                         .access = Access::to(Action::assess_risk),
                         .operation = "assessRisk",
                         .summary = "Assesses the risk to one person",
                         .handler = assess_risk,
                         .answer = made(risk_assessed_resource(), "The case follows it"),
                         .body = assess_schema,
                         .needs = Needs::idempotency_key});
}

}  // namespace doorstep::api::risk
