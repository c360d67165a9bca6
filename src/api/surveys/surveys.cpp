#include "api/surveys/surveys.h"

#include <algorithm>

#include "api/body.h"
#include "inputs/surveys/record_attempt.h"
#include "usecases/surveys/call.h"
#include "usecases/surveys/list_surveys.h"

namespace doorstep::api::surveys {
namespace {

using domain::access::Action;
using domain::surveys::Survey;
using domain::surveys::Way;
using http::Access;
using http::Method;
using storage::surveys::QueueView;
using usecases::surveys::AskedQuestion;
using usecases::surveys::CallView;
using usecases::surveys::SurveyCompleted;
using usecases::surveys::SurveyList;

Resource<SurveyList::Row> const& listed_survey_resource() {
    using R = SurveyList::Row;
    static Resource<R> const resource{
        "ListedSurvey",
        {
            member<R>("id", "Its id", [](R const& r) { return r.id; }),
            member<R>("case", "Reference of the case", [](R const& r) { return r.reference; }),
            member<R>("state", "Where it stands", [](R const& r) { return r.state; }),
            member<R>("closed-on", "The day the case was closed", [](R const& r) { return r.closed_on; }),
            member<R>("due-on", "The day it fell due", [](R const& r) { return r.due_on; }),
            member<R>("next-try-on", "When to ring; the day it ended once it is over",
                      [](R const& r) { return r.next_try_on; }),
            member<R>("attempts", "Tries so far", [](R const& r) { return r.attempts; }),
            member<R>("may-ring", "They said the telephone is safe", [](R const& r) { return r.may_ring; }),
            member<R>("safe-contact", "In words", [](R const& r) { return r.safe_contact; }),
            member<R>("best-times", "In their words", [](R const& r) { return r.best_times; }),
            member<R>("area", "Name of the area of the case", [](R const& r) { return r.area_name; }),
        }};
    return resource;
}

Resource<domain::questions::Option> const& answer_option_resource() {
    using O = domain::questions::Option;
    static Resource<O> const resource{
        "SurveyOption",
        {
            member<O>("code", "Its code", [](O const& o) { return o.code; }),
            member<O>("text", "As it is asked", [](O const& o) { return o.text; }),
        }};
    return resource;
}

Resource<AskedQuestion> const& asked_question_resource() {
    using Q = AskedQuestion;
    static Resource<Q> const resource{
        "SurveyQuestion",
        {
            member<Q>("code", "Its code", [](Q const& q) { return q.code; }),
            member<Q>("text", "As it is asked", [](Q const& q) { return q.text; }),
            list_member<Q>("options", "Answers", answer_option_resource(),
                           [](Q const& q) { return q.options; }),
            member<Q>("asks-words", "What they say in their own words is asked too",
                      [](Q const& q) { return q.asks_words; }),
        }};
    return resource;
}

Resource<CallView> const& survey_resource() {
    using V = CallView;
    static Resource<V> const resource{
        "Survey",
        {
            member<V>("id", "Its id", [](V const& v) { return v.survey.id; }),
            member<V>("case", "Reference of the case", [](V const& v) { return v.reference; }),
            member<V>("title", "Of the case: neutral", [](V const& v) { return v.title; }),
            member<V>("state", "Where it stands", [](V const& v) { return v.survey.state; }),
            member<V>("due-on", "The day it fell due", [](V const& v) { return v.survey.due_on; }),
            member<V>("name", "The name they want to be called by", [](V const& v) { return v.person.name; }),
            member<V>("telephone", "Null when ringing is not safe",
                      [](V const& v) {
                          return v.person.may_ring ? std::optional(v.person.telephone) : std::nullopt;
                      }),
            member<V>("safe-contact", "In words", [](V const& v) { return v.person.safe_contact; }),
            member<V>("adjustments", "In words", [](V const& v) { return v.person.adjustments; }),
            member<V>("attempts", "Tries so far", [](V const& v) { return v.survey.attempts; }),
            member<V>("attempts-allowed", "After so many they are not reachable",
                      [](V const& v) { return v.attempts_allowed; }),
            list_member<V>("questions", "As they are asked", asked_question_resource(),
                           [](V const& v) { return v.questions; }),
            member<V>("version", "Raised by every change; the ETag begins with it",
                      [](V const& v) { return v.survey.version; }),
        }};
    return resource;
}

Resource<SurveyCompleted> const& survey_completed_resource() {
    using S = SurveyCompleted;
    static Resource<S> const resource{
        "SurveyCompleted",
        {
            member<S>("case", "Reference of the case", [](S const& s) { return s.reference; }),
            member<S>("answered", "Questions answered", [](S const& s) { return s.answered; }),
            member<S>("comments", "Said in words: they wait to be sorted",
                      [](S const& s) { return s.comments; }),
        }};
    return resource;
}

Resource<Survey> const& survey_tried_resource() {
    static Resource<Survey> const resource{
        "SurveyTried",
        {
            member<Survey>("id", "Its id", [](Survey const& s) { return s.id; }),
            member<Survey>("state", "Where it stands now", [](Survey const& s) { return s.state; }),
            member<Survey>("attempts", "Tries so far", [](Survey const& s) { return s.attempts; }),
            member<Survey>("next-try-on", "When to ring again",
                           [](Survey const& s) { return s.next_try_on; }),
        }};
    return resource;
}

http::Response list_surveys(Call& call) {
    auto const queue = enum_of<QueueView>(call, "queue");
    if (!queue) return call.refused(queue.error());
    auto const page = page_of_cursor(call);
    if (!page) return call.refused(page.error());
    auto const list =
        usecases::surveys::list_surveys(call.context, queue->value_or(QueueView::to_call), *page);
    if (!list) return call.refused(list.error());
    return call.found_page(listed_survey_resource(), list->rows, cursor_after(list->page, list->pages));
}

http::Response get_survey(Call& call) {
    auto const view = usecases::surveys::view_call(call.context, call.parameter("survey"));
    if (!view) return call.refused(view.error());
    return call.found(survey_resource(), *view, view->survey.version);
}

/// A call is begun first, which fixes the version of its questions.
Expected<SurveyCompleted> complete(Call& call, usecases::surveys::CompleteSurvey input) {
    if (input.way == Way::telephone) {
        auto const view = usecases::surveys::view_call(call.context, input.id);
        if (!view) return refuse(view.error());
        if (view->survey.version != input.seen_version)
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "Someone changed this survey while you were working");
        if (!view->has_started()) {
            if (auto const begun = usecases::surveys::start_call(call.context, input.id, input.way); !begun)
                return refuse(begun.error());
            input.seen_version = *input.seen_version + 1;
        }
    }
    return usecases::surveys::complete_survey(call.context, input);
}

http::Response answer_survey(Call& call) {
    auto const version = call.seen_version();
    if (!version) return call.refused(version.error());
    auto const body = Body::read(call.request.body, {"way", "answers", "words"});
    if (!body) return call.refused(body.error());
    auto const way_name = body->text("way");
    if (!way_name) return call.refused(way_name.error());
    auto const way = enum_from_name<Way>(way_name->value_or(""));
    if (!way || *way == Way::online)
        return call.refused(Refusal(RefusalKind::invalid, "way-unknown", "way must be telephone or paper")
                                .with_problem("way", "way must be telephone or paper"));
    auto const answers = body->texts("answers");
    if (!answers) return call.refused(answers.error());
    auto const words = body->texts("words");
    if (!words) return call.refused(words.error());
    usecases::surveys::CompleteSurvey input{
        .id = std::string(call.parameter("survey")), .seen_version = *version, .way = *way, .answers = {}};
    for (auto const& [question, option] : *answers)
        input.answers.push_back({.question = question, .option = option, .words = ""});
    for (auto const& [question, said] : *words) {
        auto const same = std::find_if(input.answers.begin(), input.answers.end(),
                                       [&](auto const& answer) { return answer.question == question; });
        if (same == input.answers.end())
            input.answers.push_back({.question = question, .option = "", .words = said});
        else
            same->words = said;
    }
    auto const completed = complete(call, std::move(input));
    if (!completed) return call.refused(completed.error());
    return call.found(survey_completed_resource(), *completed);
}

http::Response record_attempt(Call& call) {
    auto input = call.parse(inputs::surveys::attempt_form());
    if (!input) return call.refused(input.error());
    input->id = call.parameter("survey");
    return call.make<Survey>(
        [&] { return usecases::surveys::record_attempt(call.context, *input); },
        [](Survey const& survey) { return Call::made(survey_tried_resource(), survey); });
}

std::string answers_schema() {
    return json::serialize(json::object{
        {"type", "object"},
        {"properties",
         json::object{{"way", json::object{{"type", "string"}, {"enum", json::array{"telephone", "paper"}}}},
                      {"answers", texts_schema("Code of a question to code of an option")},
                      {"words", texts_schema("Code of a question to what they said in their own words")}}},
        {"required", json::array{"way", "answers"}},
        {"additionalProperties", false}});
}

}  // namespace

void add_endpoints(Endpoints& endpoints) {
    std::string const one_survey = "/api/v1/surveys/{survey}";
    endpoints.push_back(
        {.method = Method::get,
         .pattern = "/api/v1/surveys",
         .access = Access::to(Action::see_surveys),
         .operation = "listSurveys",
         .summary = "Survey calls",
         .handler = list_surveys,
         .answer = page_of(listed_survey_resource(), "A page of 25 surveys"),
         .query = {cursor_parameter(), enum_parameter<QueueView>("queue", "`to-call` when not given")}});
    endpoints.push_back({.method = Method::get,
                         .pattern = one_survey,
                         .access = Access::to(Action::make_survey_call),
                         .operation = "getSurvey",
                         .summary = "One survey for whoever makes the call: never of a case they worked on",
                         .handler = get_survey,
                         .answer = one_with_etag(survey_resource(), "The person and the questions")});
    endpoints.push_back({.method = Method::post,
                         .pattern = one_survey + "/answers",
                         .access = Access::to(Action::make_survey_call),
                         .operation = "answerSurvey",
                         .summary = "The answers: the survey is done",
                         .handler = answer_survey,
                         .answer = one(survey_completed_resource(), "It counts"),
                         .body = answers_schema,
                         .needs = Needs::if_match});
    endpoints.push_back({.method = Method::post,
                         .pattern = one_survey + "/attempts",
                         .access = Access::to(Action::make_survey_call),
                         .operation = "recordSurveyAttempt",
                         .summary = "A try to reach somebody, and how it went",
                         .handler = record_attempt,
                         .answer = made(survey_tried_resource(), "The survey as it is now"),
                         .body = body_of(inputs::surveys::attempt_form),
                         .needs = Needs::idempotency_key});
}

}  // namespace doorstep::api::surveys
