#include "inputs/plans/people.h"

namespace doorstep::inputs::plans {

std::vector<forms::Choice> person_choices(std::vector<usecases::plans::PersonChoice> const& people) {
    std::vector<forms::Choice> choices;
    for (auto const& person : people)
        choices.push_back({.value = std::string(person.id.text()), .text = person.words});
    return choices;
}

}  // namespace doorstep::inputs::plans
