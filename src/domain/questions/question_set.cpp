#include "domain/questions/question_set.h"

#include <algorithm>

namespace doorstep::domain::questions {

Option const* Question::option(std::string_view code) const {
    auto const found =
        std::find_if(options.begin(), options.end(), [&](auto const& o) { return o.code == code; });
    return found == options.end() ? nullptr : &*found;
}

int Question::highest_score() const {
    int highest = 0;
    for (auto const& option : options) highest = std::max(highest, option.score);
    return highest;
}

Question const* QuestionSet::question(std::string_view code) const {
    auto const found =
        std::find_if(questions.begin(), questions.end(), [&](auto const& q) { return q.code == code; });
    return found == questions.end() ? nullptr : &*found;
}

}  // namespace doorstep::domain::questions
