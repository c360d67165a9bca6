#pragma once

#include "components/options.h"
#include "govuk/button.h"
#include "govuk/content.h"
#include "govuk/form_group.h"
#include "govuk/plural_texts.h"
#include "govuk/tag.h"

/// The structures several components share.
namespace doorstep::components_tests {

void read_into(Options const& options, govuk::Content& content);
void read_into(Options const& options, govuk::Label& label);
void read_into(Options const& options, govuk::Hint& hint);
void read_into(Options const& options, govuk::ErrorMessage& message);
void read_into(Options const& options, govuk::Legend& legend);
void read_into(Options const& options, govuk::Fieldset& fieldset);
void read_into(Options const& options, govuk::FormGroup& group);
void read_into(Options const& options, govuk::FormGroupOfInputs& group);
void read_into(Options const& options, govuk::PluralTexts& texts);
void read_into(Options const& options, govuk::Tag& tag);
void read_into(Options const& options, govuk::Button& button);

}  // namespace doorstep::components_tests
