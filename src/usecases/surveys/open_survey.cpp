#include "usecases/surveys/open_survey.h"

#include "storage/cases.h"
#include "storage/surveys.h"

namespace doorstep::usecases::surveys {

using domain::access::Action;

namespace {

tl::unexpected<Refusal> not_found() {
    return refuse(RefusalKind::not_found, "survey-not-found", "There is no survey here that you can see");
}

tl::unexpected<Refusal> handled() {
    return refuse(
        RefusalKind::unlawful, "handled-the-case",
        "You worked on this case, so somebody else must make this call. People answer more freely to "
        "someone who did not handle their case");
}

Expected<OpenedSurvey> find(storage::sql::Read& tx, domain::access::Viewer const& viewer, std::string_view id,
                            Action action) {
    if (!domain::access::may(viewer, action)) {
        if (viewer.is_public())
            return refuse(RefusalKind::signed_out, "signed-out", "Sign in to see this survey");
        return refuse(RefusalKind::forbidden, "not-allowed",
                      "Your role does not allow this: ask your manager for access");
    }
    auto const survey_id = SurveyId::parse(id);
    auto survey = survey_id ? storage::surveys::find(tx, *survey_id) : std::nullopt;
    if (!survey) return not_found();
    auto file = storage::cases::find(tx, survey->case_file);
    if (!file) return not_found();
    if (!domain::access::may_on_case(viewer, action, storage::cases::standing(tx, *file, viewer)))
        return not_found();
    return OpenedSurvey{std::move(*survey), std::move(*file)};
}

bool worked_on(storage::sql::Read& tx, domain::access::Viewer const& viewer, OpenedSurvey const& opened) {
    return viewer.account && storage::surveys::has_handled(tx, opened.file.id, *viewer.account);
}

}  // namespace

Expected<OpenedSurvey> open_survey(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                   std::string_view id) {
    auto opened = find(tx, viewer, id, Action::see_surveys);
    if (opened && !domain::access::may(viewer, Action::see_case) && worked_on(tx, viewer, *opened))
        return handled();
    return opened;
}

Expected<OpenedSurvey> open_survey_to_call(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                           std::string_view id) {
    auto opened = find(tx, viewer, id, Action::make_survey_call);
    if (!opened) return opened;
    if (worked_on(tx, viewer, *opened)) return handled();
    if (!opened->survey.is_open())
        return refuse(RefusalKind::closed, "survey-over",
                      "This survey is over: " + std::string(words_of(opened->survey.state)));
    return opened;
}

Expected<Done> save_survey(Change& change, domain::surveys::Survey& survey) {
    if (!storage::surveys::update(change.tx, survey))
        return refuse(RefusalKind::conflict, "changed-meanwhile",
                      "Someone changed this survey while you were working");
    return Done{};
}

}  // namespace doorstep::usecases::surveys
