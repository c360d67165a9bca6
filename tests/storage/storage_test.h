#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.h"
#include "support/databases.h"

namespace doorstep::test {

/// The kind of the StorageError that `work` throws; fails when it throws none.
template <class Work>
FailureKind kind_thrown_by(Work work) {
    try {
        work();
    } catch (StorageError const& error) {
        return error.kind();
    }
    ADD_FAILURE() << "No StorageError was thrown";
    return FailureKind::bug;
}

/// What the StorageError that `work` throws says.
template <class Work>
std::string words_thrown_by(Work work) {
    try {
        work();
    } catch (StorageError const& error) {
        return error.what();
    }
    ADD_FAILURE() << "No StorageError was thrown";
    return {};
}

}  // namespace doorstep::test
