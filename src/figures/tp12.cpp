#include "figures/tp12.h"

#include "figures/rounding.h"

namespace doorstep::figures {

std::optional<std::string> tp12(Tp12Answers const& answers) {
    for (auto const count : {answers.very_satisfied, answers.fairly_satisfied, answers.neither,
                             answers.fairly_dissatisfied, answers.very_dissatisfied, answers.not_applicable})
        if (count < 0) return std::nullopt;
    if (answers.answered() == 0) return std::nullopt;
    return decimal_half_up(answers.satisfied() * 100, answers.answered(), 1);
}

}  // namespace doorstep::figures
