#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/surveys/survey.h"
#include "storage/survey_queue.h"
#include "usecases/context.h"

namespace doorstep::usecases::surveys {

using storage::surveys::QueueView;

/// Survey calls (B01).
struct SurveyList {
    struct Row {
        SurveyId id;
        std::string reference;
        std::string name;          ///< the name they want to be called by
        std::string safe_contact;  ///< "Telephone, no voicemail. No letters."
        bool may_ring = false;     ///< they said the telephone is safe
        std::string best_times;
        std::string adjustments;  ///< "Polish interpreter. Large print."
        std::string area_name;
        domain::surveys::State state{};
        Date closed_on;
        Date due_on;
        Date next_try_on;
        int attempts = 0;
        std::optional<domain::surveys::Way> way;
    };
    QueueView view{};
    std::vector<Row> rows;
    int to_call = 0;
    int later = 0;
    std::optional<Date> next_on;
    int in_view = 0;
    int page = 1;
    int pages = 1;
    int attempts_allowed = 0;
    bool may_call = false;
    bool may_see_results = false;
};

constexpr int surveys_per_page = 25;

Expected<SurveyList> list_surveys(Context& context, QueueView view, int page);

}  // namespace doorstep::usecases::surveys
