#include "usecases/surveys/online.h"

#include "gateways/secrets.h"
#include "legal/standard_ids.h"
#include "storage/survey_links.h"
#include "storage/surveys.h"
#include "usecases/settings.h"
#include "usecases/surveys/record_attempt.h"

namespace doorstep::usecases::surveys {
namespace {

tl::unexpected<Refusal> link_expired() {
    return refuse(RefusalKind::expired, "link-expired",
                  "This link has expired, or the questions were answered already");
}

Expected<domain::surveys::Survey> survey_of_link(Context& context, std::string_view secret) {
    auto const link = storage::survey_links::find(context.read(), gateways::token_hash(secret));
    if (!link || link->used_at || link->expires_on < context.today) return link_expired();
    auto survey = storage::surveys::find(context.read(), link->survey);
    if (!survey || !survey->is_open()) return link_expired();
    // Not for whoever dealt with the case, whatever link they found (M-95).
    if (context.viewer.account &&
        storage::surveys::has_handled(context.read(), survey->case_file, *context.viewer.account))
        return link_expired();
    return std::move(*survey);
}

/// The link is the permission: what it opens is done by the program, for one survey.
Context as_program(Context& context) {
    return {context.services, domain::access::Viewer::system(domain::access::Door::web)};
}

Expected<Done> link_used(Context& context, SurveyId survey) {
    context.write_without_event(
        [&](storage::sql::Write& tx) { storage::survey_links::use(tx, survey, context.now); });
    return Done{};
}

}  // namespace

Expected<std::string> make_survey_link(Context& context, std::string_view id) {
    if (auto allowed = context.require(domain::access::Action::make_survey_call); !allowed)
        return refuse(allowed.error());
    auto const days =
        context.settings().standards().number(legal::standard_ids::survey_answer_window, context.today);
    auto const secret = gateways::random_token();
    auto const done = context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_survey_to_call(change.tx, change.viewer, id);
        if (!opened) return refuse(opened.error());
        storage::survey_links::insert(change.tx, gateways::token_hash(secret), opened->survey.id, change.now,
                                      change.today.plus_days(days));
        change.record(opened->file.id, domain::events::survey_started, opened->survey.id.text(),
                      domain::events::Detail().set("way", domain::surveys::Way::online).set("link", true));
        return Done{};
    });
    if (!done) return refuse(done.error());
    return "/s/survey/" + secret;
}

Expected<OnlineSurvey> view_online_survey(Context& context, std::string_view secret) {
    auto const survey = survey_of_link(context, secret);
    if (!survey) return refuse(survey.error());
    auto const& settings = context.settings();
    OnlineSurvey view;
    view.survey = survey->id.text();
    view.has_started = survey->set_version.has_value();
    view.questions = asked_questions(settings, *survey,
                                     storage::surveys::answers_of(context.read(), survey->id), context.today);
    auto const& set = question_set_of(settings, *survey, context.today);
    for (std::size_t n = 0; n < view.questions.size(); ++n) {
        view.texts_welsh.push_back(set.questions[n].text_welsh);
        auto& options = view.options_welsh.emplace_back();
        for (auto const& option : view.questions[n].options) options.push_back(option.text_welsh);
    }
    return view;
}

Expected<Done> answer_online(Context& context, std::string_view secret, GivenAnswer const& answer) {
    auto const survey = survey_of_link(context, secret);
    if (!survey) return refuse(survey.error());
    auto program = as_program(context);
    if (auto started = start_call(program, survey->id.text(), domain::surveys::Way::online); !started)
        return started;
    return keep_answer(program, survey->id.text(), answer);
}

Expected<Done> send_online(Context& context, std::string_view secret) {
    auto const survey = survey_of_link(context, secret);
    if (!survey) return refuse(survey.error());
    auto program = as_program(context);
    auto const done = complete_survey(program, {.id = std::string(survey->id.text()),
                                                .seen_version = {},
                                                .way = domain::surveys::Way::online,
                                                .answers = {}});
    if (!done) return refuse(done.error());
    return link_used(context, survey->id);
}

Expected<Done> decline_online(Context& context, std::string_view secret, bool stop_asking) {
    auto const survey = survey_of_link(context, secret);
    if (!survey) return refuse(survey.error());
    auto program = as_program(context);
    auto const done = record_attempt(program, {.id = std::string(survey->id.text()),
                                               .result = domain::surveys::AttemptResult::declined,
                                               .tried_on = context.today,
                                               .tried_time = {},
                                               .note = "By the online link",
                                               .next_try_on = {},
                                               .stop_asking = stop_asking});
    if (!done) return refuse(done.error());
    return link_used(context, survey->id);
}

}  // namespace doorstep::usecases::surveys
