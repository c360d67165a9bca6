#pragma once

#include <string>
#include <vector>

#include "forms/form.h"
#include "forms/spec.h"
#include "pages/visit.h"
#include "usecases/surveys/call.h"

/// What the survey's pages share.
namespace doorstep::pages::surveys {

/// "/surveys/{id}"
std::string address_of(Visit const& visit);
/// A page of the Surveys section below "/surveys".
Page survey_page(std::string title);
/// A refusal as a page; a survey that is over goes to its results, which say how it ended.
http::Response refused_call(Visit& visit, Refusal const& refusal);
/// Name, number, safe contact, times and adjustments of the person to ring.
Html person_facts(usecases::surveys::CallView const& view);
/// Fields of one question: its options, and words where they are asked. Named after the question.
std::vector<forms::FieldShape> shapes_of(usecases::surveys::AskedQuestion const& question);
/// What such fields hold for the answer given so far.
void fill(usecases::surveys::AskedQuestion const& question, http::Pairs& typed);
usecases::surveys::GivenAnswer given_answer(usecases::surveys::AskedQuestion const& question,
                                            http::Pairs const& typed);

}  // namespace doorstep::pages::surveys
