package org.hibernate.old;

public interface Gone {}
