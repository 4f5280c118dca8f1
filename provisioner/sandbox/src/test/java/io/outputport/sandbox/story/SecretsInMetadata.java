package io.outputport.sandbox.story;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stories in which a password stands in Hasura's metadata on purpose: inline configuration, and its adoption. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface SecretsInMetadata {}
